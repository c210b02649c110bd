package org.anxin.visits;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.anxin.registry.DatabaseFault;

/** Writes in one transaction, and does it again, a few times, where another one came first. */
final class OneTransaction {
    private static final int ATTEMPTS = 5;

    private OneTransaction() {}

    /** What is done in it. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static <T> T of(DataSource database, Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(database, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || DatabaseFault.of(e) != DatabaseFault.LOST_RACE) {
                    throw e;
                }
            }
        }
    }

    private static <T> T once(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement limit = connection.createStatement()) {
                limit.execute("set local lock_timeout = '3s'");
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
