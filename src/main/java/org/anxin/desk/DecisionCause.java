package org.anxin.desk;

/** Why a batch was decided. */
public enum DecisionCause {
    /** It was declared. */
    DECLARED,
    /** A document was added. */
    DOCUMENT_ADDED,
    /** Somebody asked to decide it again. */
    ASKED
}
