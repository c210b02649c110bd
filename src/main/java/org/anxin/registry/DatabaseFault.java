package org.anxin.registry;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of failure of the database stands behind an exception, whoever wrapped it. */
public enum DatabaseFault {
    /** The database cannot be reached, is starting or stopping, has run out of something, or all connections are taken. */
    UNREACHABLE,
    /** Somebody else's transaction came first. The same work may well succeed if it is done again. */
    LOST_RACE,
    /** Somebody else has kept a row to himself for too long. */
    BUSY;

    private static final int DEEPEST = 20;

    /**
     * Shut down by an operator, crashed, starting up, connection cut for idling. Not 25P04: a shard that takes too long would
     * take too long again.
     */
    private static final List<String> GOING = List.of("57P01", "57P02", "57P03", "57P05", "25P03");

    private static final String CONNECTION = "08";
    private static final String RESOURCES = "53";
    private static final String ROLLBACK = "40";
    private static final String FOREIGN_KEY = "23503";
    private static final String UNIQUE = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The kind, or null if the failure is of no kind that goes by itself. */
    public static @Nullable DatabaseFault of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OptimisticLockException) {
                return LOST_RACE;
            }
            if (cause instanceof SQLException sql) {
                return of(sql.getSQLState());
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Exceptions without a state come from the pool, which had no connection to give. */
    private static @Nullable DatabaseFault of(@Nullable String state) {
        if (state == null || state.startsWith(CONNECTION) || state.startsWith(RESOURCES) || GOING.contains(state)) {
            return UNREACHABLE;
        }
        // A key that was free or there a moment ago has just been taken or deleted.
        if (state.startsWith(ROLLBACK) || state.equals(UNIQUE) || state.equals(FOREIGN_KEY)) {
            return LOST_RACE;
        }
        return state.equals(LOCK_NOT_AVAILABLE) ? BUSY : null;
    }
}
