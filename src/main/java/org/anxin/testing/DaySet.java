package org.anxin.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Some days of a range.
 *
 * @param periods in order, disjoint
 */
record DaySet(List<Period> periods) {

    /** All days of a period; none if it ends before it begins. */
    static DaySet of(Period period) {
        return new DaySet(period.from() <= period.to() ? List.of(period) : List.of());
    }

    /** Those that lie in none of {@code windows}. */
    DaySet without(List<Period> windows) {
        List<Period> left = periods;
        for (Period window : windows) {
            List<Period> cut = new ArrayList<>();
            for (Period piece : left) {
                if (window.from() > piece.from()) {
                    addIfNotEmpty(cut, piece.from(), Math.min(piece.to(), window.from() - 1));
                }
                if (window.to() < piece.to()) {
                    addIfNotEmpty(cut, Math.max(piece.from(), window.to() + 1), piece.to());
                }
            }
            left = cut;
        }
        return new DaySet(left);
    }

    /** Those that lie in one of {@code windows}, window by window. */
    List<Period> within(List<Period> windows) {
        List<Period> within = new ArrayList<>();
        for (Period piece : periods) {
            for (Period window : windows) {
                Period both = piece.within(window);
                addIfNotEmpty(within, both.from(), both.to());
            }
        }
        return within;
    }

    private static void addIfNotEmpty(List<Period> days, int from, int to) {
        if (from <= to) {
            days.add(new Period(from, to));
        }
    }
}
