/** Which rules are in force: the watched directory, the active version and the last good one. */
@NullMarked
package org.anxin.policy;

import org.jspecify.annotations.NullMarked;
