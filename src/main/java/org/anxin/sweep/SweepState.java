package org.anxin.sweep;

/** How far a run is (SPEC section 7). */
public enum SweepState {
    /** Requested, and not ended. */
    RUNNING,
    /** Everybody was decided. */
    COMPLETED,
    /** Everybody was decided but those named, whose facts cannot be. */
    COMPLETED_WITH_ERRORS,
    /** Not everybody was looked at; its lists are not to be used. */
    FAILED
}
