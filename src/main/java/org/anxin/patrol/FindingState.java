package org.anxin.patrol;

import org.anxin.time.Days;

/** How a finding stands on a day. Nothing of it is stored: it follows from the days. */
public enum FindingState {
    /** To be rectified, and there is time. */
    OPEN,
    /** It was rectified, with proof. */
    RECTIFIED,
    /** The last day for it has passed. */
    OVERDUE;

    /**
     * The state on a day.
     *
     * @param dueOn last day for rectification, an epoch day
     * @param rectifiedOn epoch day, {@link Days#NONE} if it was not rectified
     * @param asOf the day asked about, an epoch day
     */
    public static FindingState of(int dueOn, int rectifiedOn, int asOf) {
        if (rectifiedOn != Days.NONE && rectifiedOn <= asOf) {
            return RECTIFIED;
        }
        return asOf > dueOn ? OVERDUE : OPEN;
    }
}
