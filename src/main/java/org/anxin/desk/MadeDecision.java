package org.anxin.desk;

import java.time.Instant;
import org.anxin.admission.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a stored batch, as it was made.
 *
 * @param no from 1
 * @param asOf epoch day
 * @param ruleset id of the ruleset that decided
 * @param findings a JSON list, as {@link org.anxin.admission.BatchDecisionJson} writes it
 * @param settlement how a person settled it, null if nobody has
 */
public record MadeDecision(
        int no,
        DecisionCause cause,
        int asOf,
        String ruleset,
        Outcome outcome,
        String findings,
        Instant decided,
        String decidedBy,
        @Nullable Settlement settlement) {}
