/** Who goes first when there is more to do than can be done at once. */
@NullMarked
package org.anxin.load;

import org.jspecify.annotations.NullMarked;
