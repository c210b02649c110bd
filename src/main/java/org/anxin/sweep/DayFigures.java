package org.anxin.sweep;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * How many people of each group a run found, at each market and in all.
 *
 * @param run the run
 * @param total each person counts once
 * @param markets by id; a person counts at each market that a list names or where the person is on duty
 */
public record DayFigures(Sweep run, Counts total, SortedMap<String, Counts> markets) {

    /** The figures of a market, zeros if nobody is there. */
    public Counts at(String marketId) {
        return markets.getOrDefault(marketId, Counts.NONE);
    }

    /** People by group. */
    public static final class Counts {
        static final Counts NONE = new Counts(Map.of());

        private final Map<FoundGroup, Integer> counts = new EnumMap<>(FoundGroup.class);

        Counts(Map<FoundGroup, Integer> counts) {
            this.counts.putAll(counts);
        }

        /** Counts at the places of the groups. */
        static Counts of(Integer[] counts) {
            return of(Arrays.stream(counts).mapToInt(Integer::intValue).toArray());
        }

        /** Counts at the places of the groups; a group that came later has none. */
        static Counts of(int[] counts) {
            Map<FoundGroup, Integer> byGroup = new EnumMap<>(FoundGroup.class);
            for (FoundGroup group : FoundGroup.values()) {
                byGroup.put(group, group.place() < counts.length ? counts[group.place()] : 0);
            }
            return new Counts(byGroup);
        }

        /** All of them, at the places of the groups. */
        Object[] all() {
            return Arrays.stream(FoundGroup.values()).map(this::of).toArray();
        }

        /** How many people are in a group. */
        public int of(FoundGroup group) {
            return counts.getOrDefault(group, 0);
        }
    }
}
