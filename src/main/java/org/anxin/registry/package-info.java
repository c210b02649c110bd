/** Stored markets, operators and people, with their assignments and absences (SPEC section 7). */
@NullMarked
package org.anxin.registry;

import org.jspecify.annotations.NullMarked;
