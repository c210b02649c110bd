package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, a row for each person and market, as one moment shows it: the figures and all lists of a run are made of
 * the same rows, so that they cannot differ. Immutable; sixteen bytes a row.
 */
final class RunRows {
    private static final int FETCHED = 10_000;
    private static final String ROWS = FoundRows.LISTED
            + "select person_no, market_no, groups from (select person_no, market_no, "
            + Arrays.stream(FoundGroup.values())
                    .map(group -> "case when " + group.condition() + " then " + bit(group) + " else 0 end")
                    .collect(Collectors.joining(" + "))
            + " as groups from listed) grouped join people on people.no = person_no left join found using (person_no)"
            + " order by found.due_on nulls first, people.id, market_no";
    private static final String MARKETS = "select no, id from markets order by no";

    private final Map<Integer, String> markets;
    private final long[] people;
    private final int[] places;
    private final int[] groups;

    /** Somebody in a list, with the numbers of the markets that list them. */
    record Place(long person, List<Integer> markets) {}

    private RunRows(Map<Integer, String> markets, long[] people, int[] places, int[] groups) {
        this.markets = markets;
        this.people = people;
        this.places = places;
        this.groups = groups;
    }

    private static int bit(FoundGroup group) {
        return 1 << group.place();
    }

    /**
     * Reads them.
     *
     * @param connection in a transaction that reads repeatably
     */
    static RunRows read(Connection connection, Sweep run) throws SQLException {
        Map<Integer, String> markets = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(MARKETS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                markets.put(row.getInt(1), row.getString(2));
            }
        }
        long[] people = new long[FETCHED];
        int[] places = new int[FETCHED];
        int[] groups = new int[FETCHED];
        int size = 0;
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            FoundRows.ask(query, run);
            query.setFetchSize(FETCHED);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (size == people.length) {
                        int larger = size + size / 2;
                        people = Arrays.copyOf(people, larger);
                        places = Arrays.copyOf(places, larger);
                        groups = Arrays.copyOf(groups, larger);
                    }
                    people[size] = row.getLong(1);
                    places[size] = row.getInt(2);
                    groups[size++] = row.getInt(3);
                }
            }
        }
        return new RunRows(
                markets, Arrays.copyOf(people, size), Arrays.copyOf(places, size), Arrays.copyOf(groups, size));
    }

    /** How many of each group there are, at each market and in all. */
    DayFigures figures(Sweep run) {
        int[] total = new int[FoundGroup.values().length];
        Map<Integer, int[]> each = new TreeMap<>();
        int seen = 0;
        for (int i = 0; i < people.length; i++) {
            // The rows of one person follow each other; in all, a person counts once.
            seen = i > 0 && people[i] == people[i - 1] ? seen : 0;
            count(total, groups[i] & ~seen);
            count(each.computeIfAbsent(places[i], first -> new int[total.length]), groups[i]);
            seen |= groups[i];
        }
        SortedMap<String, DayFigures.Counts> byId = new TreeMap<>();
        each.forEach((no, counts) -> byId.put(markets.get(no), DayFigures.Counts.of(counts)));
        return new DayFigures(run, DayFigures.Counts.of(total), byId);
    }

    private static void count(int[] counts, int bits) {
        for (int left = bits; left != 0; left &= left - 1) {
            counts[Integer.numberOfTrailingZeros(left)]++;
        }
    }

    /**
     * A page of the people of a group, in order.
     *
     * @param marketId only those at this market; null for all
     */
    List<Place> page(FoundGroup group, @Nullable String marketId, int from, int most) {
        List<Place> page = new ArrayList<>();
        long person = -1;
        int place = -1;
        for (int i = 0; i < people.length; i++) {
            if (!isIn(i, group, marketId)) {
                continue;
            }
            if (people[i] != person) {
                person = people[i];
                place++;
                if (place >= from + (long) most) {
                    return page;
                }
                if (place >= from) {
                    page.add(new Place(person, new ArrayList<>()));
                }
            }
            if (place >= from) {
                page.get(page.size() - 1).markets().add(places[i]);
            }
        }
        return page;
    }

    private boolean isIn(int i, FoundGroup group, @Nullable String marketId) {
        return (groups[i] & bit(group)) != 0 && (marketId == null || marketId.equals(markets.get(places[i])));
    }
}
