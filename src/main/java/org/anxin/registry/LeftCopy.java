package org.anxin.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.jdbc.PgConnection;

/**
 * Ends a COPY that did not come to its end. While it goes on the driver lets nobody else use the connection: whoever rolls
 * back waits for it, and would wait for ever after the database was lost.
 */
public final class LeftCopy {
    private LeftCopy() {}

    /** Cancels rows that are being sent, and cuts the connection if that does not end the COPY. */
    public static void cancel(CopyIn copy, Connection connection) throws SQLException {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } finally {
            cut(copy, connection);
        }
    }

    /** Cuts the connection if the COPY still has it. Whoever uses it next is told that it is closed. */
    static void cut(CopyOperation copy, Connection connection) throws SQLException {
        if (copy.isActive()) {
            connection.unwrap(PgConnection.class).abort(Runnable::run);
        }
    }
}
