package org.anxin.notices;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Notices for people who look: what was sent and what waits, the latest first, and how the queues of markets stand. */
@Singleton
public class Sent {
    private static final String WANTED = StoredNotice.FROM
            + " where (?::text is null or m.id = ?) and (?::boolean is null or ? = (n.delivered is null))";
    private static final String COUNT = "select count(*) from " + WANTED;
    private static final String PAGE =
            "select " + StoredNotice.COLUMNS + " from " + WANTED + " order by n.no desc offset ? limit ?";

    private static final String CAUSES =
            "select " + StoredNotice.COLUMNS + " from " + StoredNotice.FROM + " where n.id = any (?) order by n.no";

    /** A market whose notices were never tried has no failure. */
    private static final String QUEUES = """
            select m.id, count(n.no), count(n.no) filter (where n.delivered is null), max(n.delivered),
                coalesce(q.failures, 0), q.next_try, q.last_failure, q.last_failed
            from markets m join notices n on n.market_no = m.no left join notice_queues q on q.market_no = m.no
            group by m.id, q.market_no order by m.id""";

    private final DataSource database;

    /** @param database where notices are stored */
    public Sent(DataSource database) {
        this.database = database;
    }

    /**
     * The notices of a market, and how sending them goes.
     *
     * @param notices all
     * @param waiting those that the receiver has not taken
     * @param lastDelivered when it took the last one; null if it took none
     * @param failures attempts in a row that failed
     * @param nextTry not before then; null if there is no queue
     * @param lastFailure why the last attempt failed; null if it did not
     * @param lastFailed when
     */
    public record Queue(
            String marketId,
            int notices,
            int waiting,
            @Nullable Instant lastDelivered,
            int failures,
            @Nullable Instant nextTry,
            @Nullable String lastFailure,
            @Nullable Instant lastFailed) {}

    /**
     * How many there are.
     *
     * @param marketId only those to this market, if not null
     * @param waiting only those that wait, or only those that were taken; null for all
     */
    public int count(@Nullable String marketId, @Nullable Boolean waiting) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = wanted(connection, COUNT, marketId, waiting);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * A page of them, the latest first.
     *
     * @param from so many are left out
     * @param most at most so many
     */
    public List<StoredNotice> page(@Nullable String marketId, @Nullable Boolean waiting, int from, int most)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = wanted(connection, PAGE, marketId, waiting)) {
            query.setInt(5, from);
            query.setInt(6, most);
            return all(query);
        }
    }

    /** The notices with these ids, which name their causes, in their order. */
    public List<StoredNotice> of(String... ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CAUSES)) {
            query.setArray(1, connection.createArrayOf("text", ids));
            return all(query);
        }
    }

    private static List<StoredNotice> all(PreparedStatement query) throws SQLException {
        List<StoredNotice> notices = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                notices.add(StoredNotice.of(row));
            }
        }
        return notices;
    }

    private static PreparedStatement wanted(
            Connection connection, String sql, @Nullable String marketId, @Nullable Boolean waiting)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, marketId);
        query.setString(2, marketId);
        query.setObject(3, waiting);
        query.setObject(4, waiting);
        return query;
    }

    /** The queues of markets that have notices, by id. */
    public List<Queue> queues() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUEUES);
                ResultSet row = query.executeQuery()) {
            List<Queue> queues = new ArrayList<>();
            while (row.next()) {
                queues.add(new Queue(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        time(row, 4),
                        row.getInt(5),
                        time(row, 6),
                        row.getString(7),
                        time(row, 8)));
            }
            return queues;
        }
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
