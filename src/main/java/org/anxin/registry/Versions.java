package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.anxin.onboarding.Span;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables as they were known at some time.
 *
 * @param connection to read with
 * @param at what was known then; null for what is known now
 */
record Versions(Connection connection, @Nullable Instant at) {
    /** What is read of days. */
    static final String DAYS = "from_on - date '1970-01-01', to_on - date '1970-01-01'";

    /**
     * What stands in the place of a table whose rows stay as they are.
     *
     * @param columns of the table
     * @param since column that tells since when a row has been known; text of this program
     */
    String added(String table, String columns, String since) {
        String all = "(select " + columns + " from " + table;
        return at == null ? all + ")" : all + " where " + since + " <= " + then() + ")";
    }

    /** One row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * What stands in the place of a table in a query.
     *
     * @param columns that the table and its past have; text of this program, as the table's name is
     */
    String of(String table, String columns) {
        if (at == null) {
            return "(select " + columns + " from " + table + ")";
        }
        String then = then();
        return "(select " + columns + " from " + table + " where known_from <= " + then + " union all select " + columns
                + " from " + table + "_past where known_from <= " + then + " and " + then + " < known_to)";
    }

    /** A time, and no text from outside. */
    private String then() {
        return "timestamptz '" + Objects.requireNonNull(at).truncatedTo(ChronoUnit.MICROS) + "'";
    }

    /** Hands out the rows of a query with one parameter, which is a number. */
    void each(String query, int parameter, Row reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, parameter);
            each(statement, reading);
        }
    }

    /** Hands out the rows of a query with one parameter, which is a list of numbers. */
    void each(String query, Iterable<Long> parameter, Row reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, StoredRosters.numbers(connection, parameter));
            each(statement, reading);
        }
    }

    private static void each(PreparedStatement statement, Row reading) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        }
    }

    /** The days in two columns. */
    static Span days(ResultSet row, int from) throws SQLException {
        return new Span(row.getInt(from), Known.day(row, from + 1, Days.OPEN));
    }
}
