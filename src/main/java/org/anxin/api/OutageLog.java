package org.anxin.api;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Tells the log that the database cannot be reached: in one line, and not for each of a thousand requests. */
final class OutageLog {
    private static final Logger LOG = Logger.getLogger(OutageLog.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL);

    /** @param failure of which only the innermost cause is told */
    void tell(Throwable failure) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before >= INTERVAL && last.compareAndSet(before, now)) {
            LOG.warnf("The database cannot be reached, requests that need it are answered 503: %s", innermost(failure));
        }
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
