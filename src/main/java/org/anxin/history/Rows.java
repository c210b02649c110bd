package org.anxin.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored about one person until a day, as it was known at some time. Its statements begin with the row
 * {@code asked (person_no, day, at)}.
 *
 * @param personNo the person's number
 * @param asOf the day, as an epoch day
 * @param knownAt what was known then; null for what is known now
 */
record Rows(
        Connection connection,
        long personNo,
        int asOf,
        @Nullable Instant knownAt) {
    private static final String ASKED =
            "with asked as (select ?::bigint as person_no, ?::date as day, ?::timestamptz as at)\n";

    /** Sees one row. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Reads all rows of a statement. */
    void each(String statement, Reader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ASKED + statement)) {
            query.setLong(1, personNo);
            query.setString(2, Days.text(asOf));
            query.setObject(
                    3,
                    knownAt == null
                            ? null
                            : knownAt.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /**
     * Rows of a fact table as they were known.
     *
     * @param columns of it, qualified by {@code fact}
     * @param person the column that holds the person's number
     */
    static String known(String columns, String table, String person) {
        return """
                select %1$s from asked join %2$s fact on fact.%3$s = asked.person_no
                    and (asked.at is null or fact.known_from <= asked.at)
                union all
                select %1$s from asked join %2$s_past fact on fact.%3$s = asked.person_no
                    and fact.known_from <= asked.at and asked.at < fact.known_to
                """.formatted(columns, table, person);
    }

    /** A day in a column; {@link Days#NONE} where there is none. */
    static int day(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? Days.NONE : day;
    }
}
