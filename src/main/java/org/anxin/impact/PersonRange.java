package org.anxin.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the people, by their numbers. Numbers have gaps, so their distance says nothing.
 *
 * @param low first number
 * @param high number after the last
 */
record PersonRange(long low, long high) {
    /** As many as fit into memory well. */
    static final int PEOPLE = 4000;

    private static final String BOUNDARIES = """
            select no, last from (
                select no, row_number() over (order by no) as place, max(no) over () as last from people) numbered
            where place % ? = 1 order by no
            """;

    /**
     * Ranges that hold everyone, in order; none if there are no people.
     *
     * @param people how many are in each
     */
    static List<PersonRange> all(Connection connection, int people) throws SQLException {
        List<Long> lows = new ArrayList<>();
        long last = 0;
        try (PreparedStatement query = connection.prepareStatement(BOUNDARIES)) {
            query.setInt(1, people);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    lows.add(found.getLong(1));
                    last = found.getLong(2);
                }
            }
        }
        List<PersonRange> ranges = new ArrayList<>(lows.size());
        for (int i = 0; i < lows.size(); i++) {
            // Numbers only grow: whoever is registered meanwhile comes after the last range, and is left out.
            ranges.add(new PersonRange(lows.get(i), i + 1 < lows.size() ? lows.get(i + 1) : last + 1));
        }
        return ranges;
    }
}
