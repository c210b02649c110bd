@NullMarked
package org.anxin.desk;

import org.jspecify.annotations.NullMarked;
