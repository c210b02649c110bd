/** The HTTP contract (SPEC section 6). */
@NullMarked
package org.anxin.api;

import org.jspecify.annotations.NullMarked;
