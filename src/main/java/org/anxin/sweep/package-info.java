/** The nightly sweep, the lists that markets receive, suspensions (SPEC section 7). */
@NullMarked
package org.anxin.sweep;

import org.jspecify.annotations.NullMarked;
