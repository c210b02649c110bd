package org.anxin.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** One transaction of plain SQL: all of what is done in it, or nothing. */
public final class OneTransaction {
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    /** A frozen node must not keep rows locked, and requests that wait for it must not take all connections. */
    private static final String LIMITS =
            "set local idle_in_transaction_session_timeout = '10s'; set local lock_timeout = '3s'";

    private OneTransaction() {}

    /**
     * What is done in it.
     *
     * @param <T> what comes of it
     */
    public interface Work<T> {
        /** @param connection in the transaction */
        T in(Connection connection) throws SQLException;
    }

    /** Does {@code work} and commits; does it again, a few times, where another transaction came first. */
    public static <T> T of(DataSource database, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(database, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || DatabaseFault.of(e) != DatabaseFault.LOST_RACE) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static <T> T once(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                limit(connection);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (Statement limits = connection.createStatement()) {
            limits.execute(LIMITS);
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Two that met would meet again if both went on at once. */
    private static void pause() {
        long millis = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
