package org.anxin.impact;

import java.util.Set;
import org.anxin.admission.BatchDecision;
import org.anxin.testing.PersonDecision;
import org.jspecify.annotations.Nullable;

/**
 * Two decisions about the same facts that differ.
 *
 * @param asOf the day decided for, as an epoch day
 * @param ruleset id of the ruleset that answered
 * @param kinds in what they differ
 * @param content the decisions
 */
record Difference(int asOf, String ruleset, Set<DifferenceKind> kinds, Content content) {

    /** What was decided. */
    sealed interface Content {}

    /**
     * About a person.
     *
     * @param shadow null if the shadow would have refused the facts
     */
    record OfPerson(PersonDecision answered, @Nullable PersonDecision shadow) implements Content {}

    /**
     * About a batch.
     *
     * @param shadow null if the shadow would have refused the facts
     */
    record OfBatch(BatchDecision answered, @Nullable BatchDecision shadow) implements Content {}
}
