package org.anxin.testing;

/** How a person stands on a day (SPEC section 4). */
public enum Status {
    COMPLIANT,
    DUE_TOMORROW,
    DUE_TODAY,
    OVERDUE,
    NO_OBLIGATION,
    EXEMPT,
    BLOCKED;

    /** The status of one obligation: {@code daysLeft} is due date minus the day asked about, negative when overdue. */
    static Status ofDaysLeft(int daysLeft) {
        if (daysLeft < 0) {
            return OVERDUE;
        }
        return daysLeft == 0 ? DUE_TODAY : daysLeft == 1 ? DUE_TOMORROW : COMPLIANT;
    }
}
