package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Alone;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** The runs, as stored. */
@Singleton
public class Sweeps {
    /** Numbers have no gaps, and a run is asked for once: one request at a time. */
    private static final String REQUEST = "sweep request";

    private static final String RUNNING = "select " + Sweep.COLUMNS + " from sweeps where state = 'RUNNING'"
            + " and as_of = date '1970-01-01' + ? and known_at is not distinct from ?::timestamptz";

    private static final String INSERT = "insert into sweeps (no, id, as_of, known_at, nightly, ruleset, state)"
            + " select (select coalesce(max(no), 0) + 1 from sweeps), day || '.' || (select count(*) + 1 from sweeps where"
            + " as_of = day), day, ?::timestamptz, ?, ?, 'RUNNING' from (select date '1970-01-01' + ? as day) asked"
            + " returning " + Sweep.COLUMNS;

    private static final String MAKE_NIGHTLY = "update sweeps set nightly = true where no = ?";

    private static final String NIGHTLY =
            "select exists (select from sweeps where nightly and as_of = date '1970-01-01' + ?)";

    private static final String LAST_NIGHTLY = "select max(as_of) - date '1970-01-01' from sweeps where nightly";

    private static final String BY_ID = "select " + Sweep.COLUMNS + " from sweeps where id = ?";

    private static final String LATEST =
            "select " + Sweep.COLUMNS + " from sweeps where no < ? order by no desc limit ?";

    private final DataSource database;
    private final StoredRulesets rulesets;

    public Sweeps(DataSource database, StoredRulesets rulesets) {
        this.database = database;
        this.rulesets = rulesets;
    }

    /**
     * Asks for a run. While one for the same day and the same knowledge is running, that one is the answer.
     *
     * @param asOf the day to decide, as an epoch day
     * @param knownAt what was known then; null for what is known
     * @param policy to decide by
     */
    public Sweep request(int asOf, @Nullable Instant knownAt, Policy policy) throws SQLException {
        rulesets.keep(policy);
        return Alone.with(database, REQUEST, connection -> {
            @Nullable Sweep running = running(connection, asOf, knownAt);
            return running != null ? running : insert(connection, asOf, knownAt, false, policy);
        });
    }

    /**
     * Asks for the run of the schedule for a day, unless there is one. A run of that day that is going on becomes it.
     *
     * @return whether there was none
     */
    boolean requestNightly(int asOf, Policy policy) throws SQLException {
        rulesets.keep(policy);
        return Alone.with(database, REQUEST, connection -> {
            if (hasNightly(connection, asOf)) {
                return false;
            }
            @Nullable Sweep running = running(connection, asOf, null);
            if (running == null) {
                insert(connection, asOf, null, true, policy);
                return true;
            }
            try (PreparedStatement update = connection.prepareStatement(MAKE_NIGHTLY)) {
                update.setInt(1, running.no());
                update.executeUpdate();
            }
            return true;
        });
    }

    /** The last day of which there is a run of the schedule, as an epoch day; {@link Days#NONE} if there is none. */
    int lastNightly() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement()) {
            ResultSet row = select.executeQuery(LAST_NIGHTLY);
            row.next();
            int day = row.getInt(1);
            return row.wasNull() ? Days.NONE : day;
        }
    }

    /** The run of this id, or null if there is none. */
    public @Nullable Sweep find(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setString(1, id);
            ResultSet row = select.executeQuery();
            return row.next() ? Sweep.of(row) : null;
        }
    }

    /**
     * Runs, the newest first.
     *
     * @param before only those with a lower number
     * @param limit at most so many
     */
    public List<Sweep> latest(int before, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setInt(1, before);
            select.setInt(2, limit);
            ResultSet row = select.executeQuery();
            List<Sweep> sweeps = new ArrayList<>();
            while (row.next()) {
                sweeps.add(Sweep.of(row));
            }
            return sweeps;
        }
    }

    private static @Nullable Sweep running(Connection connection, int asOf, @Nullable Instant knownAt)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RUNNING)) {
            select.setInt(1, asOf);
            setTime(select, 2, knownAt);
            ResultSet row = select.executeQuery();
            return row.next() ? Sweep.of(row) : null;
        }
    }

    private static boolean hasNightly(Connection connection, int asOf) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NIGHTLY)) {
            select.setInt(1, asOf);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Sweep insert(
            Connection connection, int asOf, @Nullable Instant knownAt, boolean nightly, Policy policy)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            setTime(insert, 1, knownAt);
            insert.setBoolean(2, nightly);
            insert.setString(3, policy.ruleset().id());
            insert.setInt(4, asOf);
            ResultSet row = insert.executeQuery();
            row.next();
            return Sweep.of(row);
        }
    }

    private static void setTime(PreparedStatement statement, int place, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(place, time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        }
    }
}
