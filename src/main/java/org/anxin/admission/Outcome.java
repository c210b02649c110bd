package org.anxin.admission;

/** May the batch enter? (SPEC section 5) */
public enum Outcome {
    ADMIT,
    REVIEW,
    REJECT
}
