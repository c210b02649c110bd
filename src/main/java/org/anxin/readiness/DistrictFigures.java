package org.anxin.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.desk.BatchFigures;
import org.anxin.onboarding.Roster;
import org.anxin.policy.Policy;
import org.anxin.registry.Snapshot;
import org.anxin.registry.StoredRosters;
import org.anxin.time.Days;
import org.anxin.visits.PatrolFigures;
import org.jspecify.annotations.Nullable;

/** Counts the district up for any day, with what is known now. */
@ApplicationScoped
public class DistrictFigures {
    private static final String CATEGORIES = """
            select category, count(distinct person_no) from assignments
            where from_on <= ?::date and (to_on is null or to_on >= ?::date) group by category""";
    private static final String UNASSIGNED =
            "select count(*) from people where not exists (select from assignments where person_no = people.no)";

    /** Runs that were made to see what was known in the past are nobody's. */
    private static final String RUN = """
            select no, id, ruleset from sweeps
            where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS') and known_at is null and as_of = ?::date
            order by no desc limit 1""";

    private static final String STATUSES = """
            select status, sum(people::int) from sweep_shards cross join jsonb_each_text(by_status) s (status, people)
            where sweep = ? group by status""";
    private static final String SAMPLED = "select count(distinct person_no) from samples where taken_on = ?::date";

    private final DataSource database;
    private final ZoneId zone;

    /**
     * @param database with the registry, the sweeps, the batches and the patrols
     * @param clock tells the zone whose days count
     */
    public DistrictFigures(DataSource database, Clock clock) {
        this.database = database;
        this.zone = clock.getZone();
    }

    /** @param asOf epoch day */
    public Figures of(int asOf, Policy policy) throws SQLException {
        return Snapshot.of(database, connection -> {
            DistrictTally tally = new DistrictTally(policy.ruleset().words().codes("marketType"));
            StoredRosters rosters = new StoredRosters(connection, null);
            for (String id : rosters.marketIds()) {
                Roster roster = Objects.requireNonNull(rosters.read(id));
                tally.add(roster.market().type(), policy.onboarding().decide(roster, asOf));
            }
            String day = Days.text(asOf);
            return new Figures(
                    asOf,
                    tally.markets(),
                    tally.operators(),
                    tally.staff(),
                    tally.byType(),
                    counts(connection, CATEGORIES, day, day),
                    count(connection, UNASSIGNED),
                    tests(connection, day),
                    BatchFigures.of(connection, asOf, zone),
                    PatrolFigures.of(connection, asOf, policy.patrol()));
        });
    }

    private static Figures.@Nullable Tests tests(Connection connection, String day) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RUN)) {
            query.setString(1, day);
            try (ResultSet run = query.executeQuery()) {
                if (!run.next()) {
                    return null;
                }
                SortedMap<String, Integer> found = counts(connection, STATUSES, run.getInt(1));
                return new Figures.Tests(
                        run.getString(2),
                        run.getString(3),
                        found,
                        found.getOrDefault("DUE_TODAY", 0),
                        found.getOrDefault("DUE_TOMORROW", 0),
                        found.getOrDefault("OVERDUE", 0),
                        count(connection, SAMPLED, day));
            }
        }
    }

    private static int count(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet count = query.executeQuery()) {
            count.next();
            return count.getInt(1);
        }
    }

    private static SortedMap<String, Integer> counts(Connection connection, String sql, Object... parameters)
            throws SQLException {
        SortedMap<String, Integer> counts = new TreeMap<>();
        try (PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getInt(2));
            }
        }
        return counts;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
