package org.anxin.desk;

import java.time.Instant;
import org.anxin.admission.Outcome;

/**
 * How a person settled a decision that was left to a person.
 *
 * @param outcome {@code ADMIT} or {@code REJECT}
 */
public record Settlement(Outcome outcome, String reason, Instant settled, String settledBy) {}
