package org.anxin.sweep;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What an error of the database means for the sweep. */
final class SqlStates {
    private SqlStates() {}

    /**
     * Whether the database is not there, or not for everybody: it is starting or stopping, it ended the connection, there
     * is none, or a resource is exhausted. Whoever waits meets it again.
     */
    static boolean isAway(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** A pool that hands out no connection in time gives no state at all. */
    private static boolean isAway(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("25P")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58");
    }

    /** Whether another transaction was faster: could not serialise, or a deadlock was broken. */
    static boolean isConflict(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }
}
