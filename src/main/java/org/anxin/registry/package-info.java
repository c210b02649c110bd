/** The stored facts: markets, operators, people, their assignments, absences and samples (SPEC section 7). */
@NullMarked
package org.anxin.registry;

import org.jspecify.annotations.NullMarked;
