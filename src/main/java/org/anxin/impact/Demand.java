package org.anxin.impact;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many people are to be sampled on each day of a range, at each market and in all. Not for several threads. */
final class Demand {
    private final int from;
    private final int[] total;
    private final SortedMap<String, int[]> markets = new TreeMap<>();
    private int undecided;

    /** For the days {@code from} to {@code to}, as epoch days. */
    Demand(int from, int to) {
        this.from = from;
        this.total = new int[to - from + 1];
    }

    /** Has a place for this market, even if nobody is sampled there. */
    void know(String marketId) {
        people(marketId);
    }

    private int[] people(String marketId) {
        return markets.computeIfAbsent(marketId, none -> new int[total.length]);
    }

    /** One person is to be sampled on this day. */
    void add(int day, List<String> marketIds) {
        total[day - from]++;
        for (String marketId : marketIds) {
            people(marketId)[day - from]++;
        }
    }

    /** Whether anybody is to be sampled at a market on a day. */
    boolean asks(String marketId, int day) {
        return people(marketId)[day - from] > 0;
    }

    /** One person cannot be decided. */
    void addUndecided() {
        undecided++;
    }

    /** Adds what another one counted for the same days. */
    void add(Demand other) {
        add(total, other.total);
        other.markets.forEach((marketId, people) -> add(people(marketId), people));
        undecided += other.undecided;
    }

    private static void add(int[] sums, int[] counts) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += counts[i];
        }
    }

    /** As an answer. */
    Forecast forecast(String ruleset) {
        return new Forecast(from, from + total.length - 1, ruleset, markets, total, undecided);
    }
}
