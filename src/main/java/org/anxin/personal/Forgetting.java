package org.anxin.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * Forgets who people are, and their samples and absences, once nothing about them is of a day or later. Ids, assignments,
 * findings and suspensions stay, so that every count stays what it was. Each batch is a transaction, so that it may be stopped at
 * any time.
 */
public final class Forgetting {
    private static final int BATCH = 1_000;

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
     * Does it for all whose work, samples and absences ended before a day and who are not suspended.
     *
     * @param before that day
     */
    public Forgotten run(LocalDate before) throws SQLException {
        long people = 0;
        long records = 0;
        try (Connection connection = database.getConnection()) {
            try (Statement who = connection.createStatement()) {
                who.execute("select set_config('anxin.actor', 'command', false),"
                        + " set_config('anxin.request', 'personal forget', false)");
            }
            try (PreparedStatement forget =
                    connection.prepareStatement("select last, people, gone from forget_people(?, ?, ?)")) {
                forget.setObject(1, before);
                forget.setInt(3, BATCH);
                for (long last = 0; last >= 0; ) {
                    forget.setLong(2, last);
                    ResultSet row = forget.executeQuery();
                    row.next();
                    people += row.getLong("people");
                    records += row.getLong("gone");
                    last = row.getLong("people") == 0 ? -1 : row.getLong("last");
                }
            }
        }
        return new Forgotten(people, records);
    }
}
