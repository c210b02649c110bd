/** May this batch of imported goods enter the market? (SPEC section 5). */
@NullMarked
package org.anxin.admission;

import org.jspecify.annotations.NullMarked;
