package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.patrol.Fault;
import org.anxin.patrol.PatrolPolicy;
import org.anxin.patrol.PatrolledMarket;
import org.anxin.registry.Page;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** How often markets were looked at on a day. */
@Singleton
public class PatrolDays {
    private static final String COUNTS = """
            select m.id, count(*), count(*) filter (where means = 'VIDEO'),
                count(*) filter (where exists (select from visit_items where visit_no = v.no and not passed))
            from visits v join markets m on m.no = v.market_no
            where on_day = ?::date and m.id = any (?) group by m.id""";

    private final DataSource database;

    /** @param database where visits are stored */
    public PatrolDays(DataSource database) {
        this.database = database;
    }

    /** So many checks, of which so many through a camera, and so many in which something failed. */
    private record Counts(int checks, int video, int failed) {}

    /**
     * A market's day.
     *
     * @param checks visits and video checks
     * @param video of these, video checks
     * @param failed of these, checks in which an item failed
     * @param faults what the rules find wanting
     */
    public record Day(String marketId, int checks, int video, int failed, List<Fault> faults) {}

    /**
     * Markets by id, those without a check too.
     *
     * @param marketId only this one, if not null
     * @param day an epoch day
     */
    public Page<Day> page(@Nullable String marketId, int day, PatrolPolicy policy, String after, int limit)
            throws SQLException {
        return Snapshot.of(database, connection -> {
            List<PatrolledMarket> markets = CameraWatch.markets(connection, marketId, after, limit + 1);
            Map<String, Counts> counts = counts(connection, markets, day);
            return Page.of(markets, limit, market -> day(market, counts, day, policy), Day::marketId);
        });
    }

    /**
     * All markets by id.
     *
     * @param connection in a transaction that reads repeatably
     * @param day an epoch day
     */
    static List<Day> all(Connection connection, int day, PatrolPolicy policy) throws SQLException {
        List<PatrolledMarket> markets = CameraWatch.markets(connection, null, "", Integer.MAX_VALUE);
        Map<String, Counts> counts = counts(connection, markets, day);
        return markets.stream().map(market -> day(market, counts, day, policy)).toList();
    }

    private static Day day(PatrolledMarket market, Map<String, Counts> counts, int day, PatrolPolicy policy) {
        Counts own = counts.getOrDefault(market.id(), new Counts(0, 0, 0));
        List<Fault> faults = policy.day(market, own.checks(), day);
        return new Day(market.id(), own.checks(), own.video(), own.failed(), faults);
    }

    private static Map<String, Counts> counts(Connection connection, List<PatrolledMarket> markets, int day)
            throws SQLException {
        Map<String, Counts> counts = new HashMap<>();
        Object[] ids = markets.stream().map(PatrolledMarket::id).toArray();
        try (PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setString(1, Days.text(day));
            select.setArray(2, connection.createArrayOf("text", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), new Counts(row.getInt(2), row.getInt(3), row.getInt(4)));
                }
            }
        }
        return counts;
    }
}
