package org.anxin.policy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Notices edits in the rule directory. Files saved one after the other are one edit once the directory has been quiet for
 * 300 ms (SPEC section 8). It looks ten times a second instead of waiting for events of the file system, which network
 * file systems do not send and full queues lose.
 */
final class DirectoryWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DirectoryWatch.class);
    private static final long LOOK_MILLIS = 100;
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final RuleDirectory directory;
    private final Runnable edited;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "rule-directory");
        named.setDaemon(true);
        return named;
    });
    private List<String> seen;
    private long changedAt;
    private boolean pending;

    DirectoryWatch(RuleDirectory directory, Runnable edited) {
        this.directory = directory;
        this.edited = edited;
        this.seen = fingerprint();
    }

    void begin() {
        // Its failures are logged by look itself, which lets none escape.
        var unused = thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<String> now = fingerprint();
            if (!now.equals(seen)) {
                seen = now;
                changedAt = System.nanoTime();
                pending = true;
            } else if (pending && System.nanoTime() - changedAt >= QUIET_NANOS) {
                pending = false;
                edited.run();
            }
        } catch (RuntimeException e) {
            // An uncaught one would end the watch for good.
            LOG.error("An edit of the rule directory could not be handled", e);
        }
    }

    /** A directory that cannot be listed has a fingerprint too, so that its loss and its return are edits. */
    private List<String> fingerprint() {
        try {
            return directory.fingerprint();
        } catch (IOException e) {
            return List.of("unreadable");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
