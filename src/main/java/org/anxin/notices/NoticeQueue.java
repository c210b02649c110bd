package org.anxin.notices;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends the first notice that waits of one market at a time. Its queue is locked meanwhile, and a notice that failed stays
 * the first: on any number of nodes a later notice of a market is not sent before an earlier one was taken. A node that
 * dies after sending leaves the notice to be sent once more, under the same id.
 */
final class NoticeQueue {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;
    private static final double MILLIS = 1000;
    private static final double SPREAD = 0.25;

    private static final String CLAIM = """
            select market_no, failures from notice_queues q
            where next_try <= clock_timestamp()
                and exists (select from notices n where n.market_no = q.market_no and n.delivered is null)
            order by next_try limit 1 for update skip locked""";

    /** Asked on its own, so that it sees what whoever had the queue before has stored. */
    private static final String FIRST = "select " + StoredNotice.COLUMNS + " from " + StoredNotice.FROM
            + " where n.market_no = ? and n.delivered is null order by n.no limit 1";

    private static final String DELIVERED = "update notices set delivered = clock_timestamp() where no = ?";
    private static final String NEXT = "update notice_queues set failures = ?,"
            + " next_try = clock_timestamp() + make_interval(secs => ?), last_failure = ?,"
            + " last_failed = case when ?::text is null then null else clock_timestamp() end where market_no = ?";

    private final DataSource database;
    private final Webhook webhook;
    private final Duration firstPause;
    private final String limit;

    /** @param firstPause how long a queue rests after a failure; it doubles with every further one */
    NoticeQueue(DataSource database, Webhook webhook, Duration firstPause) {
        this.database = database;
        this.firstPause = firstPause;
        this.webhook = webhook;
        // A node that stands still loses the queue; one that waits for the receiver does not.
        this.limit = "set local idle_in_transaction_session_timeout = '"
                + (webhook.longest().toSeconds() + 30) + "s'";
    }

    /** How a market's queue stands. */
    private record Claim(int marketNo, int failures) {}

    /**
     * Sends one notice, if one is due.
     *
     * @return what came of it
     */
    Turn turn() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Turn turn = turn(connection);
                connection.commit();
                return turn;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * @param worked whether a queue was due, so that another one may be
     * @param failure why the receiver did not take the notice, null if it did or none was due
     */
    record Turn(boolean worked, @Nullable String failure) {}

    private Turn turn(Connection connection) throws SQLException, InterruptedException {
        Claim claim = claim(connection);
        StoredNotice notice = claim == null ? null : first(connection, claim.marketNo());
        if (claim == null || notice == null) {
            return new Turn(claim != null, null);
        }
        try {
            webhook.send(notice);
        } catch (IOException e) {
            int failures = claim.failures() + 1;
            String failure = e.getClass().getSimpleName() + ": " + e.getMessage();
            next(connection, claim.marketNo(), failures, pause(failures), failure);
            return new Turn(true, failure);
        }
        try (PreparedStatement update = connection.prepareStatement(DELIVERED)) {
            update.setLong(1, notice.no());
            update.executeUpdate();
        }
        next(connection, claim.marketNo(), 0, 0, null);
        return new Turn(true, null);
    }

    private @Nullable Claim claim(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.execute(limit);
            try (ResultSet row = select.executeQuery(CLAIM)) {
                return row.next() ? new Claim(row.getInt(1), row.getInt(2)) : null;
            }
        }
    }

    private static @Nullable StoredNotice first(Connection connection, int marketNo) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST)) {
            select.setInt(1, marketNo);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? StoredNotice.of(row) : null;
            }
        }
    }

    private static void next(
            Connection connection, int marketNo, int failures, double seconds, @Nullable String failure)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NEXT)) {
            update.setInt(1, failures);
            update.setDouble(2, seconds);
            update.setString(3, failure);
            update.setString(4, failure);
            update.setInt(5, marketNo);
            update.executeUpdate();
        }
    }

    /** Seconds of rest, up to five minutes. Markets that failed together do not all come back together. */
    private double pause(int failures) {
        long doubled = firstPause.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        double spread = 1 - SPREAD * ThreadLocalRandom.current().nextDouble();
        return Math.min(LONGEST_PAUSE.toMillis(), doubled) * spread / MILLIS;
    }
}
