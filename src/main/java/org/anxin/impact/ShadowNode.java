package org.anxin.impact;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.anxin.admission.Batch;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DatabaseFault;
import org.anxin.testing.Person;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The part that this process takes in shadow runs. It looks every second which one is going on. Without the database it goes
 * on as it is.
 */
public final class ShadowNode implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ShadowNode.class);
    private static final long LOOK_SECONDS = 1;
    private static final long GOODBYE_MILLIS = 5000;

    private final Shadows shadows;
    private final StoredRulesets rulesets;

    /** A node that comes back is another one, and counts anew. */
    private final String node = UUID.randomUUID().toString();

    private final Thread watching = new Thread(this::watch, "shadow-watch");
    private volatile @Nullable Comparing comparing;
    private volatile boolean stopping;
    private @Nullable Difference unstored;
    private int stored;
    private String storedCounts = "";

    /** The run whose ruleset could not be made ready, so that it is tried once. */
    private long unready;

    public ShadowNode(Shadows shadows, StoredRulesets rulesets) {
        this.shadows = shadows;
        this.rulesets = rulesets;
        watching.setDaemon(true);
    }

    /** Begins to take part. */
    public void start() {
        watching.start();
    }

    /**
     * Callers were answered. Without a shadow run this costs one read, with one a fraction of a microsecond.
     *
     * @param answered the policy that answered
     * @param asOf the day decided for, as an epoch day
     */
    public void answered(Policy answered, List<Person> people, List<Batch> batches, int asOf) {
        Comparing now = comparing;
        if (now != null) {
            now.take(answered, people, batches, asOf);
        }
    }

    private void watch() {
        while (!stopping) {
            try {
                look();
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Joins the run that is going on, leaves one that has ended, and stores what was counted. */
    public synchronized void look() throws InterruptedException {
        try {
            Shadow running = shadows.running();
            Comparing now = comparing;
            if (now != null && (running == null || running.no() != now.shadow().no())) {
                leave(now);
                now = null;
            }
            if (now != null) {
                now.compare(running == null ? 0 : running.share());
                store(now);
            } else if (running != null && running.no() != unready) {
                join(running);
            }
        } catch (SQLException | RuntimeException e) {
            report(e);
        }
    }

    private void join(Shadow running) throws SQLException {
        Policy policy;
        try {
            policy = rulesets.policy(running.ruleset());
        } catch (IllegalStateException e) {
            unready = running.no();
            throw e;
        }
        if (policy != null) {
            Comparing fresh = new Comparing(running, policy);
            stored = 0;
            storedCounts = "";
            fresh.start();
            comparing = fresh;
            LOG.infof("%s runs in the shadow", running.ruleset());
        }
    }

    private void leave(Comparing now) throws SQLException, InterruptedException {
        comparing = null;
        now.stop();
        LOG.infof("%s runs in the shadow no more", now.shadow().ruleset());
        store(now);
    }

    /** Differences before the counts that they are in. */
    private void store(Comparing now) throws SQLException {
        String counts = now.counts.json();
        if (unstored == null) {
            unstored = now.nextKept();
        }
        while (unstored != null) {
            shadows.keepDifference(now.shadow(), node, stored, unstored);
            stored++;
            unstored = now.nextKept();
        }
        if (!counts.equals(storedCounts)) {
            shadows.keepCounts(now.shadow(), node, counts);
            storedCounts = counts;
        }
    }

    /** That the database is away is told by the sweep and by requests, and once is enough. */
    private void report(Exception failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.UNREACHABLE) {
            LOG.debugf("The shadow run waits for the database: %s", failure.getMessage());
        } else {
            LOG.error("The shadow run cannot be looked after", failure);
        }
    }

    /** Ends the part that it takes. */
    @Override
    public void close() {
        stopping = true;
        watching.interrupt();
        try {
            watching.join(GOODBYE_MILLIS);
            Comparing now = comparing;
            if (now != null) {
                leave(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debugf("The last counts of a shadow run are lost: %s", e.getMessage());
        }
    }
}
