/** Who of the stored operators and people is ready to trade, and what the two lists of markets lack, as of any day. */
@NullMarked
package org.anxin.readiness;

import org.jspecify.annotations.NullMarked;
