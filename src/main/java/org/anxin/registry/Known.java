package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * What was known of a range of people at some time: fact tables, and what they said before.
 *
 * @param connection to read with
 * @param low first number of a person
 * @param high number after the last
 * @param at what was known then; null for what is known now
 */
record Known(
        Connection connection,
        long low,
        long high,
        @Nullable Instant at) {
    /** Days and numbers come as binary values from the first execution on, and need no parsing. */
    private static final int BINARY_AT_ONCE = -1;

    /** A statement that closes with its rows, which can be read again from the beginning. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        statement.closeOnCompletion();
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        return statement;
    }

    /**
     * The rows of a fact table that were known.
     *
     * @param columns of the table, the person's number {@code person_no} first
     * @param order columns to sort by
     */
    ResultSet rows(String columns, String table, String order) throws SQLException {
        String now = "select " + columns + " from " + table + " where person_no >= ? and person_no < ?";
        if (at == null) {
            return range(prepare(now + " order by " + order), 1).executeQuery();
        }
        String past = "select " + columns + " from " + table + "_past where person_no >= ? and person_no < ?";
        PreparedStatement statement = prepare(now + " and known_from <= ? union all " + past
                + " and known_from <= ? and ? < known_to order by " + order);
        range(statement, 1).setObject(3, time(at));
        range(statement, 4).setObject(6, time(at));
        statement.setObject(7, time(at));
        return statement.executeQuery();
    }

    /** Sets the first two of the statement's parameters that tell the range. */
    PreparedStatement range(PreparedStatement statement, int first) throws SQLException {
        statement.setLong(first, low);
        statement.setLong(first + 1, high);
        return statement;
    }

    /** A day, or {@code missing} where there is none. */
    static int day(ResultSet row, int column, int missing) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? missing : day;
    }

    /** Cut to what the database keeps of a time, so that it does not round up. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
