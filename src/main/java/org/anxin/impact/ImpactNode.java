package org.anxin.impact;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anxin.load.EvaluateCalls;
import org.anxin.load.Pace;
import org.anxin.policy.Policy;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DatabaseFault;
import org.anxin.registry.OperatorIds;
import org.anxin.registry.Replica;
import org.jboss.logging.Logger;

/** The previews that this process carries out, one at a time. Any node takes whatever waits. */
public final class ImpactNode implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ImpactNode.class);
    private static final long LOOK_SECONDS = 2;
    private static final long TIDY_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long GOODBYE_MILLIS = 5000;

    private final DataSource database;
    private final Replica replica;
    private final StoredRulesets rulesets;
    private final ImpactClaims claims;
    private final EvaluateCalls calls;
    private final Duration keep;
    private final OperatorIds operators = new OperatorIds();
    private final Semaphore wake = new Semaphore(0);
    private final Thread working = new Thread(this::work, "impact-node");
    private long tidied = System.nanoTime() - TIDY_NANOS;
    private volatile boolean stopping;

    /**
     * @param replica from which people are read if it has them
     * @param calls of this process, to which previews give way
     * @param keep how long previews are kept that have ended
     */
    public ImpactNode(
            DataSource database, Replica replica, StoredRulesets rulesets, EvaluateCalls calls, Duration keep) {
        this.database = database;
        this.replica = replica;
        this.rulesets = rulesets;
        // A node that comes back is another one.
        this.claims = new ImpactClaims(database, UUID.randomUUID().toString());
        this.calls = calls;
        this.keep = keep;
        working.setDaemon(true);
    }

    /** Begins to take part. */
    public void start() {
        working.start();
    }

    /** Looks at once whether a preview waits. */
    public void look() {
        wake.release();
    }

    private void work() {
        while (!stopping) {
            try {
                if (!step() && wake.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        leave();
    }

    /** Whether there was something to do. */
    private boolean step() throws InterruptedException {
        try {
            claims.endLeft();
            claims.endLost();
            tidy();
            Impact next = claims.take();
            if (next != null) {
                carryOut(next);
            }
            return next != null;
        } catch (SQLException | RuntimeException e) {
            report(e);
            TimeUnit.SECONDS.sleep(1);
            return false;
        }
    }

    private void tidy() throws SQLException {
        if (System.nanoTime() - tidied >= TIDY_NANOS) {
            claims.removeOlderThan(keep);
            tidied = System.nanoTime();
        }
    }

    private void carryOut(Impact run) throws SQLException, InterruptedException {
        try {
            Policy before = policy(run.question().against());
            Policy after = policy(run.question().ruleset());
            ImpactProgress progress = new ImpactProgress(database, run, claims.node());
            Pace pace = new Pace(calls, System::nanoTime);
            Listing listing = new Listing();
            ImpactResult people = new ImpactRun(
                            database,
                            run,
                            () -> new ImpactPart(database, replica, run, progress, operators, listing, before, after),
                            pace)
                    .carryOut();
            BatchResult batches = new BatchPart(database, run, progress, before, after, pace).carryOut();
            claims.complete(run, ImpactResultJson.of(people, batches));
            LOG.infof("Impact %s is COMPLETED", run.id());
        } catch (ImpactLostException e) {
            LOG.warn(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            if (DatabaseFault.of(e) == DatabaseFault.UNREACHABLE) {
                // What was begun is ended as soon as the database is there again.
                throw e;
            }
            LOG.errorf(e, "Impact %s is FAILED", run.id());
            claims.fail(run);
        }
    }

    private Policy policy(String ruleset) throws SQLException {
        Policy policy = rulesets.policy(ruleset);
        if (policy == null) {
            throw new IllegalStateException("the ruleset " + ruleset + " is not stored");
        }
        return policy;
    }

    /** That the database is away is told by the sweep and by requests, and once is enough. */
    private void report(Exception failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.UNREACHABLE) {
            LOG.debugf("Previews wait for the database: %s", failure.getMessage());
        } else {
            LOG.error("Previews of impacts cannot be carried out", failure);
        }
    }

    private void leave() {
        try {
            claims.endLeft();
        } catch (SQLException e) {
            LOG.debugf("A preview that was left is ended by another node: %s", e.getMessage());
        }
    }

    /** Ends the part that it takes. What it was carrying out has failed then. */
    @Override
    public void close() {
        stopping = true;
        working.interrupt();
        try {
            working.join(GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
