package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings runs forward: begins the next one when the one before has ended, and ends it when its shards are done. Every step
 * is one transaction and looks at what is stored only, so that any node can make it after any crash.
 */
final class Conductor {
    private static final Logger LOG = Logger.getLogger(Conductor.class);

    /** One conductor at a time; the others find nothing to do. A frozen one does not keep the lock. */
    private static final String LOCK = "set local idle_in_transaction_session_timeout = '10s';"
            + " select pg_try_advisory_xact_lock(hashtext('sweep conductor'))";

    private static final String NEXT =
            "select " + Sweep.COLUMNS + " from sweeps where state = 'RUNNING' order by no limit 1";

    private static final String NEWEST = """
            select not exists (select from sweeps
                where no < ? and newest and state <> 'FAILED' and as_of > date '1970-01-01' + ?)""";

    private static final String BEGIN = "update sweeps set begun = clock_timestamp(), newest = ? where no = ?";

    private static final String TO_SCHEDULE = """
            select sweep || '/' || shard from sweep_shards where done is null
                and sweep = (select min(no) from sweeps where state = 'RUNNING')
                and not exists (select from scheduled_tasks
                    where task_name = ? and task_instance = sweep || '/' || shard)
            order by shard""";

    private final DataSource database;
    private final Clock clock;

    /** @param clock tells which day is today */
    Conductor(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the steps that can be made now.
     *
     * @param task name of the task that carries out shards
     * @return the shards to be carried out that nobody has scheduled, {@code sweep/shard} each
     */
    List<String> advance(String task) throws SQLException {
        try (Connection connection = database.getConnection()) {
            while (step(connection)) {
                LOG.debug("one step further");
            }
            return toSchedule(connection, task);
        }
    }

    /** Whether there may be another step to make. */
    private boolean step(Connection connection) throws SQLException {
        @Nullable Sweep waiting = next(connection);
        if (waiting == null) {
            return false;
        }
        connection.setAutoCommit(false);
        try {
            boolean further = isAlone(connection) && forward(connection);
            connection.commit();
            return further;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(LOCK);
            lock.getMoreResults();
            ResultSet row = lock.getResultSet();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static @Nullable Sweep next(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement()) {
            ResultSet row = select.executeQuery(NEXT);
            return row.next() ? Sweep.of(row) : null;
        }
    }

    private boolean forward(Connection connection) throws SQLException {
        @Nullable Sweep run = next(connection);
        if (run == null) {
            return false;
        }
        if (run.begun() == null) {
            begin(connection, run);
            return false;
        }
        return SweepEnd.come(connection, run);
    }

    private void begin(Connection connection, Sweep run) throws SQLException {
        ShardCut.write(connection, run.no());
        try (PreparedStatement update = connection.prepareStatement(BEGIN)) {
            update.setBoolean(1, isNewest(connection, run));
            update.setInt(2, run.no());
            update.executeUpdate();
        }
        LOG.infof("Sweep %s has begun", run.id());
    }

    /**
     * A run for a day that has not come yet suspends nobody, and neither does one that is made to see what was known in the
     * past.
     */
    private boolean isNewest(Connection connection, Sweep run) throws SQLException {
        if (run.knownAt() != null || run.asOf() > LocalDate.now(clock).toEpochDay()) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setInt(1, run.no());
            select.setInt(2, run.asOf());
            ResultSet row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<String> toSchedule(Connection connection, String task) throws SQLException {
        List<String> shards = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TO_SCHEDULE)) {
            select.setString(1, task);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                shards.add(row.getString(1));
            }
        }
        return shards;
    }
}
