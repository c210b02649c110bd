package org.anxin.visits;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.patrol.Camera;
import org.anxin.patrol.Fault;
import org.anxin.patrol.PatrolPolicy;
import org.anxin.patrol.PatrolledMarket;
import org.anxin.registry.Page;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Which scenes of markets are not seen, as of a moment. */
@Singleton
public class CameraWatch {
    private static final String MARKETS =
            "select id, type from markets" + " where id > ? and (?::text is null or id = ?) order by id limit ?";

    /** Of a stretch of equal reports that goes on beyond the moment, the last one before it is taken to be the moment's. */
    private static final String CAMERAS = """
            select c.id, m.id, c.scene, c.registered, s.online, s.since, least(s.reported, k.at)
            from (select ?::timestamptz as at) k cross join cameras c join markets m on m.no = c.market_no
            left join lateral (select online, since, reported from camera_states
                where camera_no = c.no and since <= k.at order by since desc limit 1) s on true
            where m.id = any (?) and (c.from_on is null or c.from_on <= ?::date) and (c.to_on is null or c.to_on >= ?::date)
            order by c.id""";

    private final DataSource database;

    /** @param database where cameras and their reports are stored */
    public CameraWatch(DataSource database) {
        this.database = database;
    }

    /**
     * A market's cameras in service, and what the rules find wanting.
     *
     * @param cameras by id
     */
    public record Watched(String marketId, List<Camera> cameras, List<Fault> faults) {}

    /**
     * Markets by id.
     *
     * @param marketId only this one, if not null
     * @param at the moment
     * @param day its civil day, an epoch day
     */
    public Page<Watched> page(
            @Nullable String marketId, Instant at, int day, PatrolPolicy policy, String after, int limit)
            throws SQLException {
        return Snapshot.of(database, connection -> {
            List<PatrolledMarket> markets = markets(connection, marketId, after, limit + 1);
            Map<String, List<Camera>> cameras = cameras(connection, markets, at, day);
            return Page.of(markets, limit, market -> watched(market, cameras, at, policy), Watched::marketId);
        });
    }

    private static Watched watched(
            PatrolledMarket market, Map<String, List<Camera>> all, Instant at, PatrolPolicy policy) {
        List<Camera> cameras = all.getOrDefault(market.id(), List.of());
        return new Watched(market.id(), cameras, policy.cameras(market, cameras, Times.micros(at)));
    }

    static List<PatrolledMarket> markets(Connection connection, @Nullable String marketId, String after, int limit)
            throws SQLException {
        List<PatrolledMarket> markets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(MARKETS)) {
            select.setString(1, after);
            select.setString(2, marketId);
            select.setString(3, marketId);
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    markets.add(new PatrolledMarket(row.getString(1), row.getString(2)));
                }
            }
        }
        return markets;
    }

    private static Map<String, List<Camera>> cameras(
            Connection connection, List<PatrolledMarket> markets, Instant at, int day) throws SQLException {
        Map<String, List<Camera>> cameras = new LinkedHashMap<>();
        Object[] ids = markets.stream().map(PatrolledMarket::id).toArray();
        try (PreparedStatement select = connection.prepareStatement(CAMERAS)) {
            select.setObject(1, Times.of(Times.micros(at)));
            select.setArray(2, connection.createArrayOf("text", ids));
            select.setString(3, Days.text(day));
            select.setString(4, Days.text(day));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Camera camera = camera(row);
                    cameras.computeIfAbsent(camera.marketId(), first -> new ArrayList<>())
                            .add(camera);
                }
            }
        }
        return cameras;
    }

    private static Camera camera(ResultSet row) throws SQLException {
        boolean online = row.getBoolean(5);
        Camera.State state =
                row.wasNull() ? null : new Camera.State(online, Times.micros(row, 6, 0), Times.micros(row, 7, 0));
        return new Camera(row.getString(1), row.getString(2), row.getString(3), Times.micros(row, 4, 0), state);
    }
}
