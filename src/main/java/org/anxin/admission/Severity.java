package org.anxin.admission;

/** How much a finding weighs (SPEC section 5). */
public enum Severity {
    /** A person decides. */
    REVIEW,
    /** The batch may not enter. */
    REJECT
}
