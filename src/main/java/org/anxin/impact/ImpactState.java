package org.anxin.impact;

/** How a preview stands. */
public enum ImpactState {
    /** It waits or is being carried out. */
    RUNNING,
    /** Everybody was decided by both rulesets. */
    COMPLETED,
    /** It came to no end; {@link ImpactFailure} says why. */
    FAILED
}
