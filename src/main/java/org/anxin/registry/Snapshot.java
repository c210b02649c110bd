package org.anxin.registry;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads several tables as they stood at one moment, whatever is written meanwhile. */
public final class Snapshot {
    private Snapshot() {}

    /**
     * Reads with a connection.
     *
     * @param <T> what is made of it
     */
    public interface Reading<T> {
        /** @param connection in a transaction that reads repeatably */
        T read(Connection connection) throws SQLException;
    }

    /** What {@code reading} makes of one moment. */
    public static <T> T of(DataSource database, Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return reading.read(connection);
            } finally {
                // Nothing was written; this ends the transaction before the connection goes back to the pool.
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }
}
