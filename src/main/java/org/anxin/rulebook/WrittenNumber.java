package org.anxin.rulebook;

/**
 * A number or a day that an author wrote into a rule.
 *
 * @param at where it begins; a day begins with its quote
 * @param text as it was written, a day without its quotes
 * @param isDay whether it is a day and not a number
 * @param around the comparison or the words in which it stands, as an author would write them
 */
public record WrittenNumber(Position at, String text, boolean isDay, String around) {}
