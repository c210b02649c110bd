package org.anxin.ledger;

/**
 * Something in the decision log that is not as it was written.
 *
 * @param entry by its month, stream and number, or a seal by its number
 */
public record Flaw(String entry, FlawKind kind) {}
