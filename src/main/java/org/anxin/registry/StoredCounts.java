package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people have any assignment, counted by the database. It is the other side of the proof that nobody was missed,
 * so it shares nothing with {@link StoredFacts}.
 *
 * @param all in the range
 * @param markets those of each market; a person counts at every market where there is an assignment
 */
public record StoredCounts(int all, List<AtMarket> markets) {
    private static final String NOW =
            "select person_no, market_no from assignments where person_no >= ? and person_no < ?";
    private static final String THEN = "select person_no, market_no from (" + NOW
            + " and known_from <= ? union all select person_no, market_no from assignments_past"
            + " where person_no >= ? and person_no < ? and known_from <= ? and ? < known_to) known"
            + " where exists (select from people where no = person_no) and exists (select from markets where no = market_no)";

    /**
     * The people of one market.
     *
     * @param no the market's number
     * @param id the market's id
     */
    public record AtMarket(int no, String id, int people) {}

    /**
     * Counts the people of a range.
     *
     * @param low first number of a person
     * @param high number after the last
     * @param knownAt what was known then; null for what is known now
     */
    public static StoredCounts of(Connection connection, long low, long high, @Nullable Instant knownAt)
            throws SQLException {
        String rows = knownAt == null ? NOW : THEN;
        int all;
        try (PreparedStatement count =
                connection.prepareStatement("select count(distinct person_no) from (" + rows + ") a")) {
            fill(count, low, high, knownAt);
            ResultSet row = count.executeQuery();
            row.next();
            all = row.getInt(1);
        }
        return new StoredCounts(all, markets(connection, rows, low, high, knownAt));
    }

    /** How many people of a range have any assignment now, without those of each market. */
    public static long registered(Connection connection, long low, long high) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(distinct person_no) from (" + NOW + ") a")) {
            fill(count, low, high, null);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static List<AtMarket> markets(
            Connection connection, String rows, long low, long high, @Nullable Instant knownAt) throws SQLException {
        List<AtMarket> markets = new ArrayList<>();
        // Distinct pairs come in the order of the key, so nothing has to be sorted.
        try (PreparedStatement count = connection.prepareStatement("select no, id, people from (select market_no,"
                + " count(*) as people from (select distinct person_no, market_no from (" + rows
                + ") a) pairs group by market_no) counted join markets on no = market_no order by no")) {
            fill(count, low, high, knownAt);
            ResultSet row = count.executeQuery();
            while (row.next()) {
                markets.add(new AtMarket(row.getInt(1), row.getString(2), row.getInt(3)));
            }
        }
        return List.copyOf(markets);
    }

    private static void fill(PreparedStatement statement, long low, long high, @Nullable Instant knownAt)
            throws SQLException {
        statement.setLong(1, low);
        statement.setLong(2, high);
        if (knownAt != null) {
            statement.setObject(3, Known.time(knownAt));
            statement.setLong(4, low);
            statement.setLong(5, high);
            statement.setObject(6, Known.time(knownAt));
            statement.setObject(7, Known.time(knownAt));
        }
    }
}
