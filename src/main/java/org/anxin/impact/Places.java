package org.anxin.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.sweep.Finding;
import org.anxin.testing.Assignment;
import org.jspecify.annotations.Nullable;

/** Where a change counts. */
final class Places {
    private Places() {}

    /**
     * The markets that have the person on a list before or after. Where none has: those with an assignment in force on the
     * day, or else with any assignment.
     */
    static SortedSet<String> markets(
            @Nullable Finding before, @Nullable Finding after, List<Assignment> assignments, int day) {
        SortedSet<String> markets = new TreeSet<>();
        if (before != null) {
            markets.addAll(before.markets());
        }
        if (after != null) {
            markets.addAll(after.markets());
        }
        if (markets.isEmpty()) {
            for (Assignment one : inForce(assignments, day)) {
                markets.add(one.marketId());
            }
        }
        return markets;
    }

    /** The categories in which the person works at a market on the day, or else on any other. */
    static SortedSet<String> categories(List<Assignment> assignments, String market, int day) {
        List<Assignment> there = new ArrayList<>(assignments.size());
        for (Assignment one : assignments) {
            if (one.marketId().equals(market)) {
                there.add(one);
            }
        }
        SortedSet<String> categories = new TreeSet<>();
        for (Assignment one : inForce(there, day)) {
            categories.add(one.category());
        }
        return categories;
    }

    /** Those in force on the day; all where none is. */
    private static List<Assignment> inForce(List<Assignment> assignments, int day) {
        List<Assignment> inForce = new ArrayList<>(assignments.size());
        for (Assignment one : assignments) {
            if (one.from() <= day && one.to() >= day) {
                inForce.add(one);
            }
        }
        return inForce.isEmpty() ? assignments : inForce;
    }
}
