@NullMarked
package org.anxin.spark;

import org.jspecify.annotations.NullMarked;
