package org.anxin.testing;

import org.anxin.text.Bilingual;

/**
 * A cadence that one rule lays on one assignment for a period (检测义务).
 *
 * @param duty the rule and its cadence
 * @param assignment the assignment it is laid on
 * @param from first day of the period after absences, as an epoch day
 * @param to last day, {@link org.anxin.time.Days#OPEN} if it has no end
 * @param lastCounted the latest sample counted for it, {@link org.anxin.time.Days#NONE} if none
 * @param dueOn last day on which the next sample may be taken, {@link org.anxin.time.Days#NONE} if nothing more is due
 * @param status its own status
 */
public record Obligation(
        Duty duty, Assignment assignment, int from, int to, int lastCounted, int dueOn, Status status) {

    /** Why it is due when it is, with the dates and numbers it rests on. */
    public Bilingual explanation() {
        return Explanation.of(this);
    }
}
