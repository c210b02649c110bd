/** How fast decisions are, against the same rules written by hand, which are also their oracle. */
@NullMarked
package org.anxin.bench;

import org.jspecify.annotations.NullMarked;
