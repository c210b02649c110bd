package org.anxin.ledger;

/** What a logged decision was about. */
public enum LogKind {
    /** People whom a sweep put on a list, took off one, suspended or let trade again. */
    SWEEP,
    /** A stored batch that was decided. */
    BATCH,
    /** A decision that a person settled. */
    SETTLEMENT,
    /** A pass that was issued for an admitted batch. */
    PASS,
    /** A batch that lost its admission to a document found false. */
    RECALL,
    /** What a caller of {@code POST /api/v1/evaluate} was answered. */
    EVALUATE
}
