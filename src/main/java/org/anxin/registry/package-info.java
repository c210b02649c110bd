<<<<<<< HEAD
/** Stored markets, operators and people, with their assignments and absences (SPEC section 7). */
=======
/** The stored facts: markets, operators, people, their assignments, absences and samples (SPEC section 7). */
>>>>>>> lists
@NullMarked
package org.anxin.registry;

import org.jspecify.annotations.NullMarked;
