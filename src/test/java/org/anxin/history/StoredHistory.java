package org.anxin.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Stores facts about people one by one, so that each becomes known at its own time. */
final class StoredHistory {
    private final Connection connection;

    StoredHistory(Connection connection) {
        this.connection = connection;
    }

    /** The time of the database, later than everything stored so far. */
    Instant now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    void market(String id, String type) throws SQLException {
        execute("insert into markets (id, name, type) values (?, '市场', ?)", id, type);
    }

    void person(String id) throws SQLException {
        execute("insert into people (id) values (?)", id);
    }

    void assignment(String person, String market, String category, String from, @Nullable String to)
            throws SQLException {
        execute(
                "insert into assignments (person_no, market_no, category, from_on, to_on)"
                        + " select people.no, markets.no, ?, ?::date, ?::date from people, markets"
                        + " where people.id = ? and markets.id = ?",
                category,
                from,
                to,
                person,
                market);
    }

    void absence(String person, String from, @Nullable String to) throws SQLException {
        execute(
                "insert into absences (person_no, from_on, to_on) select no, ?::date, ?::date from people where id = ?",
                from,
                to,
                person);
    }

    /** A sample of a day, or a new result of the one that is there. */
    void sample(String person, String day, String result) throws SQLException {
        execute(
                "insert into samples (person_no, taken_on, result) select no, ?::date, ? from people where id = ?"
                        + " on conflict (person_no, taken_on, taken_at) do update set result = excluded.result",
                day,
                result,
                person);
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
