package org.anxin.testing;

/**
 * One nucleic-acid sample of a person, with its result (采样).
 *
 * @param takenOn the civil day it was taken, as an epoch day; {@link org.anxin.time.Days#NONE} if not known
 * @param result a declared word of the kind {@code result}
 */
public record Sample(int takenOn, String result) {}
