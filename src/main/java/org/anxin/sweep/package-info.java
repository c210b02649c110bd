/** The sweep: everybody decided for one day, by one ruleset, and kept (SPEC section 7). */
@NullMarked
package org.anxin.sweep;

import org.jspecify.annotations.NullMarked;
