/** What rules will ask for and change: the demand forecast, previews, shadow runs. */
@NullMarked
package org.anxin.impact;

import org.jspecify.annotations.NullMarked;
