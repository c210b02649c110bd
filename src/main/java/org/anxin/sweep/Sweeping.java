package org.anxin.sweep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.anxin.load.Background;
import org.anxin.load.EvaluateCalls;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.StoredRulesets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sweeps as the service makes them: by request and by schedule, on this node and on all others. */
@ApplicationScoped
public class Sweeping {
    private static final Logger LOG = Logger.getLogger(Sweeping.class);
    static final String OFF = "off";

    /** After the rules are there, which begin with the usual priority. */
    private static final int LATE = 10_000;

    private final ActivePolicy activePolicy;
    private final Sweeps sweeps;
    private final SweepNode node;
    private final @Nullable Nightly nightly;

    /** Whether days may have been missed: at the start, and until asking for them has succeeded. */
    private volatile boolean owed = true;

    /** Whether the time of the schedule has come while the service ran, so that the series may begin. */
    private volatile boolean begins;

    Sweeping(
            @io.quarkus.agroal.DataSource(Background.POOL) DataSource database,
            StoredRulesets rulesets,
            Sweeps sweeps,
            ActivePolicy activePolicy,
            SweepConfig config,
            EvaluateCalls calls,
            Clock clock) {
        this.activePolicy = activePolicy;
        this.sweeps = sweeps;
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        this.node = new SweepNode(database, rulesets, threads, calls, clock);
        this.nightly = config.cron().equalsIgnoreCase(OFF) ? null : new Nightly(sweeps, config.cron(), clock);
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        node.start();
    }

    void stop(@Observes ShutdownEvent event) {
        node.close();
    }

    /**
     * Asks for a run by the rules in force on the day. While one for the same day and the same knowledge is running, that one is the
     * answer.
     *
     * @param asOf the day to decide, as an epoch day
     * @param knownAt what was known then; null for what is known
     */
    public Sweep request(int asOf, @Nullable Instant knownAt) throws SQLException {
        Sweep sweep = sweeps.request(asOf, knownAt, activePolicy.inForce(asOf));
        node.look();
        return sweep;
    }

    @Scheduled(
            cron = "{anxin.sweep.cron}",
            timeZone = "{anxin.zone}",
            identity = "nightly sweep",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void nightly() {
        begins = true;
        owed = true;
        catchUp();
    }

    /** The database may have been away at the time, or the service. */
    @Scheduled(
            every = "10s",
            delayed = "1s",
            identity = "missed sweeps",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void catchUp() {
        Nightly series = nightly;
        if (!owed || series == null) {
            return;
        }
        // Before it is done: the schedule may come due meanwhile, and then owes again.
        owed = false;
        try {
            int asked = series.catchUp(begins, activePolicy::inForce);
            if (asked > 0) {
                LOG.infof("%d nightly sweeps are to be made", asked);
                node.look();
            }
        } catch (SQLException | RuntimeException e) {
            owed = true;
            LOG.warnf("The nightly sweep could not be asked for and is tried again: %s", e.getMessage());
        }
    }
}
