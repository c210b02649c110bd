@NullMarked
package org.anxin.lake;

import org.jspecify.annotations.NullMarked;
