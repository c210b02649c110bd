package org.anxin.desk;

import java.time.Instant;

/**
 * A batch lost its admission to a document found false.
 *
 * @param falseDocument number of the entry in the register of false documents
 */
public record Recall(int falseDocument, Instant recalled, String recalledBy) {}
