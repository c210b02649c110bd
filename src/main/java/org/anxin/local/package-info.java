/** Local mode: loopback only, no login (SPEC section 9). */
@NullMarked
package org.anxin.local;

import org.jspecify.annotations.NullMarked;
