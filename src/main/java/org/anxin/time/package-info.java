/** Civil days as plain ints. */
@NullMarked
package org.anxin.time;

import org.jspecify.annotations.NullMarked;
