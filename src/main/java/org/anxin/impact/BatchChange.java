package org.anxin.impact;

import org.anxin.admission.BatchDecision;
import org.jspecify.annotations.Nullable;

/** What other rules would change for a stored batch. One applies. */
public enum BatchChange {
    /** What was admitted waits for a person. */
    ADMIT_TO_REVIEW,
    /** What was admitted is refused. */
    ADMIT_TO_REJECT,
    /** What waited for a person is admitted. */
    REVIEW_TO_ADMIT,
    /** What waited for a person is refused. */
    REVIEW_TO_REJECT,
    /** What was refused is admitted. */
    REJECT_TO_ADMIT,
    /** What was refused waits for a person. */
    REJECT_TO_REVIEW,
    /** Could be decided, and cannot be any more. */
    UNDECIDABLE,
    /** Could not be decided, and can be now. */
    DECIDABLE,
    /** The same outcome for other reasons: a finding comes or goes, or has another severity, rule or place. */
    OTHER_FINDINGS;

    /**
     * The kind of change between two decisions about one batch; null if they say the same.
     *
     * @param before null if the batch could not be decided
     * @param after null if the batch cannot be decided
     */
    static @Nullable BatchChange between(@Nullable BatchDecision before, @Nullable BatchDecision after) {
        if (before == null) {
            return after == null ? null : DECIDABLE;
        }
        if (after == null) {
            return UNDECIDABLE;
        }
        if (before.outcome() != after.outcome()) {
            return valueOf(before.outcome() + "_TO_" + after.outcome());
        }
        return Compared.batches(before, after).isEmpty() ? null : OTHER_FINDINGS;
    }
}
