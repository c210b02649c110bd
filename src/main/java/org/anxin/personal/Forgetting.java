package org.anxin.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Forgets who people are, and their samples and absences, once nothing about them is of a day or later. Ids, assignments,
 * findings and suspensions stay, so that every count stays what it was. Each batch is a transaction, so that it may be stopped at
 * any time.
 */
public final class Forgetting {
    private static final int BATCH = 1_000;

    /** Of whoever is forgetting: "forget" in ASCII. */
    private static final long LOCK = 0x666f72676574L;

    private final DataSource database;

    /** Forgets people of a database. */
    public Forgetting(DataSource database) {
        this.database = database;
    }

    /**
     * What is gone.
     *
     * @param people who were forgotten
     * @param records their samples and absences
     */
    public record Forgotten(long people, long records) {}

    /**
     * Does it for all whose work, samples and absences ended before a day and who are not suspended, unless somebody else is
     * at it.
     *
     * @param before that day
     * @param actor who does it, and by what request, for the audit log
     * @return null if somebody else is at it
     */
    public @Nullable Forgotten run(LocalDate before, String actor, String request) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!is("select pg_try_advisory_lock(" + LOCK + ")", connection)) {
                return null;
            }
            try {
                return all(connection, before, actor, request);
            } finally {
                is("select pg_advisory_unlock(" + LOCK + ")", connection);
            }
        }
    }

    private static Forgotten all(Connection connection, LocalDate before, String actor, String request)
            throws SQLException {
        long people = 0;
        long records = 0;
        connection.setAutoCommit(false);
        try (PreparedStatement who = connection.prepareStatement(
                        "select set_config('anxin.actor', ?, true), set_config('anxin.request', ?, true)");
                PreparedStatement forget =
                        connection.prepareStatement("select last, people, gone from forget_people(?, ?, ?)")) {
            who.setString(1, actor);
            who.setString(2, request);
            forget.setObject(1, before);
            forget.setInt(3, BATCH);
            for (long last = 0; last >= 0; ) {
                who.execute();
                forget.setLong(2, last);
                ResultSet row = forget.executeQuery();
                row.next();
                people += row.getLong("people");
                records += row.getLong("gone");
                last = row.getLong("people") == 0 ? -1 : row.getLong("last");
                connection.commit();
            }
            return new Forgotten(people, records);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean is(String question, Connection connection) throws SQLException {
        try (Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
