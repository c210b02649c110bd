package org.anxin.admission;

import org.anxin.rulebook.CountsOnce;
import org.jspecify.annotations.Nullable;

/**
 * What a rule lays down: the fault it finds in whatever it applies to.
 *
 * @param severity chosen by the verb
 * @param code a declared word of the kind {@code finding}
 * @param document the type of document meant, null if the fact says it or none is meant
 * @param field the field meant, null if none is
 */
record Fault(
        Severity severity,
        String code,
        @Nullable String document,
        @Nullable String field) implements CountsOnce {}
