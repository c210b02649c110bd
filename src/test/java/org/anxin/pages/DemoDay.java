package org.anxin.pages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.anxin.registry.DemoDistrict;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepState;
import org.anxin.sweep.Sweeping;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;

/** The demo district with some days of sweeps. */
@Singleton
class DemoDay {
    static final String DAY = "2022-04-07";
    private static final int MOST_LOOKS = 3000;

    private final DataSource database;
    private final Sweeping sweeping;
    private final Sweeps sweeps;

    DemoDay(DataSource database, Sweeping sweeping, Sweeps sweeps) {
        this.database = database;
        this.sweeping = sweeping;
        this.sweeps = sweeps;
    }

    void load() throws SQLException, IOException {
        clear();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            DemoDistrict.load(connection);
            statement.execute("discard temp");
        }
    }

    /** Sweeps these days, one after the other. */
    void sweep(String... days) throws SQLException {
        for (String day : days) {
            Sweep sweep = sweeping.request(Days.of(day), null);
            for (int i = 0; sweep.state() == SweepState.RUNNING && i < MOST_LOOKS; i++) {
                sleep();
                sweep = sweeps.find(sweep.id());
            }
            if (sweep.state() != SweepState.COMPLETED) {
                throw new AssertionError(sweep.toString());
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void clear() throws SQLException {
        Tables.empty(
                database,
                "markets, people, letters, samples, samples_past, assignments_past, absences_past, markets_past,"
                        + " people_past, operators_past, sample_changes, sweeps, results, results_past, suspensions,"
                        + " patrol_findings, false_documents restart identity");
    }
}
