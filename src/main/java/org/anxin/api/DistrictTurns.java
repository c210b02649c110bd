package org.anxin.api;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/** Lets few read the whole district at a time: each keeps a processor and a connection busy for seconds. */
@Singleton
class DistrictTurns {
    private static final int MOST_AT_A_TIME = 2;

    private final Semaphore running = new Semaphore(MOST_AT_A_TIME);

    /** What takes a turn. */
    interface Work<T> {
        T done() throws SQLException;
    }

    /** Does it, unless too many are at it. */
    <T> T take(Work<T> work) throws SQLException {
        if (!running.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            return work.done();
        } finally {
            running.release();
        }
    }
}
