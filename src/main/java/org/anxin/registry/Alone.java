package org.anxin.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes in a transaction while others who would do the same wait, on all nodes: for what is numbered without gaps. */
public final class Alone {
    /** A node that stands still does not keep the lock for ever. */
    private static final String LOCK = "set local idle_in_transaction_session_timeout = '10s'";

    private Alone() {}

    /**
     * Something to do.
     *
     * @param <T> what comes of it
     */
    public interface Step<T> {
        /** @param connection in a transaction that is committed afterwards, unless this throws */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Does {@code step} with all others of this name locked out.
     *
     * @param name of what is written
     */
    public static <T> T with(DataSource database, String name, Step<T> step) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, name);
                T done = step.in(connection);
                connection.commit();
                return done;
            } finally {
                // After a commit there is nothing left to take back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement limit = connection.prepareStatement(LOCK)) {
            limit.execute();
        }
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
            lock.setString(1, name);
            lock.execute();
        }
    }
}
