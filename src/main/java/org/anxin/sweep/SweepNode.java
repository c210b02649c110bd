package org.anxin.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anxin.load.EvaluateCalls;
import org.anxin.load.Pace;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DatabaseFault;
import org.jboss.logging.Logger;

/**
 * The part that this process takes in sweeps. Nodes share the work through the database: db-scheduler claims shards for
 * them, and whichever looks first brings the run forward.
 */
public final class SweepNode implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SweepNode.class);
    private static final String TASK = "sweep-shard";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final long LOOK_SECONDS = 2;
    private static final long RESTING_MILLIS = 20;

    private final ShardWork work;
    private final Conductor conductor;
    private final Pace pace;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task = Tasks.oneTime(TASK).execute(this::carryOut);
    private final Outage outage = new Outage();
    private final Semaphore wake = new Semaphore(0);
    private final Thread conducting = new Thread(this::conduct, "sweep-conductor");
    private volatile boolean stopping;

    /**
     * @param threads how many shards it works on at a time
     * @param calls of this process, to which sweeps give way
     * @param clock tells which day is today
     */
    public SweepNode(DataSource database, StoredRulesets rulesets, int threads, EvaluateCalls calls, Clock clock) {
        // Two nodes may be on one machine, and a node that comes back is another one.
        String name = UUID.randomUUID().toString();
        this.work = new ShardWork(database, rulesets, name, outage);
        this.conductor = new Conductor(database, clock);
        this.pace = new Pace(calls, System::nanoTime);
        this.scheduler = Scheduler.create(database, task)
                .schedulerName(new SchedulerName.Fixed(name))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .build();
        conducting.setDaemon(true);
    }

    /** Begins to take part. */
    public void start() {
        scheduler.start();
        conducting.start();
    }

    /** Looks at once whether a run can be brought forward. */
    public void look() {
        wake.release();
    }

    private void carryOut(TaskInstance<Void> shard, ExecutionContext context) {
        String[] numbers = shard.getId().split("/", -1);
        try {
            long begin = System.nanoTime();
            work.carryOut(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), () -> stopping);
            rest(pace.restAfter(System.nanoTime() - begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        look();
    }

    /** Between two shards, while callers want the processors: no longer than they do. */
    private void rest(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!stopping && System.nanoTime() < end && !pace.isCalm()) {
            Thread.sleep(RESTING_MILLIS);
        }
    }

    private void conduct() {
        while (!stopping) {
            try {
                advance();
                if (wake.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void advance() throws InterruptedException {
        try {
            List<String> shards = conductor.advance(TASK);
            outage.ended();
            for (String shard : shards) {
                scheduler.scheduleIfNotExists(task.instance(shard), Instant.now());
            }
            if (!shards.isEmpty()) {
                scheduler.triggerCheckForDueExecutions();
            }
        } catch (SQLException | RuntimeException e) {
            report(e);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void report(Exception failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.UNREACHABLE) {
            outage.began(failure);
        } else {
            LOG.error("The sweep cannot be brought forward", failure);
        }
    }

    /** Ends the part that it takes. Shards that it does not end go to other nodes, or wait. */
    @Override
    public void close() {
        stopping = true;
        conducting.interrupt();
        scheduler.stop();
    }
}
