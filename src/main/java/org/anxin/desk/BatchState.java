package org.anxin.desk;

import org.anxin.admission.Outcome;

/** How a stored batch stands. */
public enum BatchState {
    /** It may enter and be sold. */
    ADMITTED,
    /** A person has to settle it. */
    REVIEW,
    /** It may not enter. */
    REJECTED,
    /** A document of it was found false; it may not be sold until it is decided again. */
    RECALLED;

    static BatchState of(Outcome outcome) {
        return switch (outcome) {
            case ADMIT -> ADMITTED;
            case REVIEW -> REVIEW;
            case REJECT -> REJECTED;
        };
    }
}
