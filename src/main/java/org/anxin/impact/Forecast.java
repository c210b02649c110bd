package org.anxin.impact;

import java.util.SortedMap;

/**
 * How many people must be sampled on each day, if everybody tests on the last allowed day.
 *
 * @param from first day, as an epoch day
 * @param to last day
 * @param ruleset id of the ruleset it is made with
 * @param markets people by market and day, the first entry for {@code from}; a person owed a sample at two markets on one
 *     day counts at both
 * @param total people by day; each counts once
 * @param undecided people who cannot be decided, and count nowhere
 */
public record Forecast(
        int from, int to, String ruleset, SortedMap<String, int[]> markets, int[] total, int undecided) {}
