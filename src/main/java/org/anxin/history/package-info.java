/** What happened to a person, in order of day. */
@NullMarked
package org.anxin.history;

import org.jspecify.annotations.NullMarked;
