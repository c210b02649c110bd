package org.anxin.replay;

/**
 * Something that is not decided now as it was then.
 *
 * @param entry of the log: its month, stream and number
 * @param place of the decision in the entry, from 1
 * @param subject id of the person or batch
 * @param logged the answer of then, or what was to be found
 * @param now the answer of now
 */
public record Difference(String entry, int place, String subject, DifferenceKind kind, String logged, String now) {}
