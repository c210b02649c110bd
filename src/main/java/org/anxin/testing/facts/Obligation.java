package org.anxin.testing.facts;

/**
 * An obligation, as action rules see it.
 *
 * @param status {@code COMPLIANT}, {@code DUE_TOMORROW}, {@code DUE_TODAY} or {@code OVERDUE}
 * @param daysLeft days from the day asked about to the due date, negative when overdue;
 *     {@link org.anxin.time.Days#NONE} if nothing more is due
 */
public record Obligation(String status, int daysLeft) {

    /** Days by which it is overdue, not positive if it is not; {@link org.anxin.time.Days#NONE} if nothing is due. */
    public int daysOver() {
        return daysLeft == org.anxin.time.Days.NONE ? daysLeft : -daysLeft;
    }
}
