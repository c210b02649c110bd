package org.anxin.registry.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One transaction: all of what is done in it, or nothing. */
final class Transaction {
    /** Millions of rows are stored by one statement, of which nothing is heard meanwhile. */
    private static final int SILENT_MILLIS = 15 * 60 * 1000;

    private Transaction() {}

    /** What is done in it. */
    interface Work<T> {
        T in(Connection connection) throws IOException, SQLException;
    }

    /** Does {@code work} and commits; rolls back whatever fails. */
    static <T> T in(DataSource database, Work<T> work) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            int usual = connection.getNetworkTimeout();
            try {
                configure(connection);
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (IOException | SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                restore(connection, usual);
            }
        }
    }

    private static void configure(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, SILENT_MILLIS);
        try (Statement set = connection.createStatement()) {
            // A node that stands still must not keep its locks. Millions of rows are sorted and joined.
            set.execute("set local idle_in_transaction_session_timeout = '60s'; set local work_mem = '128MB';"
                    + " set local jit = off");
        }
    }

    private static void restore(Connection connection, int usual) throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
