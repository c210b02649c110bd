/** What rules will ask for: the demand forecast. */
@NullMarked
package org.anxin.impact;

import org.jspecify.annotations.NullMarked;
