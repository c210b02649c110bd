package org.anxin.impact;

/** In what two decisions about the same person or batch differ. */
public enum DifferenceKind {
    /** The person's status. */
    STATUS,
    /** The person's earliest due date. */
    DUE_ON,
    /** What follows for the person. */
    ACTION,
    /** An obligation: its rule, cadence, period, last counted sample, due date or status. */
    OBLIGATIONS,
    /** The codes of the notes. */
    NOTES,
    /** Whether the batch may enter. */
    OUTCOME,
    /** A finding: its code, severity, rule, document, number, field or lot. */
    FINDINGS,
    /** The facts use a word that the shadow does not declare: it would have refused them. */
    UNDECIDABLE
}
