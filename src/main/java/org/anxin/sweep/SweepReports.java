package org.anxin.sweep;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.registry.Snapshot;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads how runs stand. */
@Singleton
public class SweepReports {
    /** So many people who could not be decided are named. */
    public static final int MOST_ERRORS = 100;

    private static final String SHARDS = """
            select count(*), count(done), coalesce(sum(registered), 0), coalesce(sum(evaluated), 0), coalesce(sum(errors), 0)
            from sweep_shards where sweep = ?""";

    private static final String BY_STATUS = """
            select key, sum(value::integer) from sweep_shards cross join jsonb_each_text(by_status)
            where sweep = ? group by key""";

    private static final String MARKETS = """
            select id, sum(registered), sum(evaluated), sum(errors), sum(warned), sum(suspended)
            from sweep_markets join markets on no = market_no where sweep = ? group by id order by id""";

    private static final String ERRORS =
            "select id, code, zh, en from sweep_errors join people on no = person_no where sweep = ? order by id limit ?";

    private final DataSource database;
    private final Clock clock;

    public SweepReports(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How this run stands now: all counts are of one moment, also while it goes on. */
    public SweepReport of(Sweep sweep) throws SQLException {
        return Snapshot.of(database, connection -> read(connection, sweep));
    }

    private SweepReport read(Connection connection, Sweep sweep) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHARDS)) {
            select.setInt(1, sweep.no());
            ResultSet row = select.executeQuery();
            row.next();
            int shards = row.getInt(1);
            int done = row.getInt(2);
            return new SweepReport(
                    sweep,
                    row.getInt(3),
                    row.getInt(4),
                    byStatus(connection, sweep),
                    done,
                    shards,
                    estimatedEnd(sweep, done, shards),
                    markets(connection, sweep),
                    errors(connection, sweep),
                    row.getInt(5));
        }
    }

    /** Shards take about the same time. */
    private @Nullable Instant estimatedEnd(Sweep sweep, int done, int shards) {
        Instant begun = sweep.begun();
        if (sweep.state() != SweepState.RUNNING || begun == null || done == 0) {
            return null;
        }
        Duration soFar = Duration.between(begun, clock.instant());
        return begun.plus(soFar.multipliedBy(shards).dividedBy(done));
    }

    private static SortedMap<String, Integer> byStatus(Connection connection, Sweep sweep) throws SQLException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(BY_STATUS)) {
            select.setInt(1, sweep.no());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                counts.put(row.getString(1), row.getInt(2));
            }
        }
        return counts;
    }

    private static List<SweepReport.Market> markets(Connection connection, Sweep sweep) throws SQLException {
        List<SweepReport.Market> markets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(MARKETS)) {
            select.setInt(1, sweep.no());
            ResultSet row = select.executeQuery();
            while (row.next()) {
                markets.add(new SweepReport.Market(
                        row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)));
            }
        }
        return List.copyOf(markets);
    }

    private static List<SweepReport.Undecided> errors(Connection connection, Sweep sweep) throws SQLException {
        List<SweepReport.Undecided> errors = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ERRORS)) {
            select.setInt(1, sweep.no());
            select.setInt(2, MOST_ERRORS);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Bilingual message = new Bilingual(row.getString(3), row.getString(4));
                errors.add(new SweepReport.Undecided(row.getString(1), row.getString(2), message));
            }
        }
        return List.copyOf(errors);
    }
}
