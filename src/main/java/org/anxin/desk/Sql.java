package org.anxin.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Statements with their values, and values as the rest of the program knows them. */
final class Sql {
    private Sql() {}

    /**
     * Makes something of a row.
     *
     * @param <T> what is made
     */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Carries out a statement that answers no rows. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Carries out a statement whose rows nobody needs. */
    static void call(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        }
    }

    /** All rows. */
    static <T> List<T> list(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(reading.read(rows));
            }
        }
        return all;
    }

    /** The only row, null if there is none. */
    static <T> @Nullable T one(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        List<T> all = list(connection, sql, reading, values);
        return all.isEmpty() ? null : all.get(0);
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** A day as the driver takes it; null if it is missing. */
    static @Nullable LocalDate date(int day) {
        return day == Days.NONE ? null : LocalDate.ofEpochDay(day);
    }

    /** An epoch day, {@link Days#NONE} if it is missing. */
    static int day(ResultSet row, String column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? Days.NONE : (int) date.toEpochDay();
    }

    /** A time that is never missing. */
    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
