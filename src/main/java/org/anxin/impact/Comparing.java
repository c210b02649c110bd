package org.anxin.impact;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anxin.admission.Batch;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides on a thread of its own, by the shadow, what this node has answered, and counts what differs. Whoever answers only
 * puts the facts down; where comparing is behind, they are left out and counted.
 */
final class Comparing {
    private static final Logger LOG = Logger.getLogger(Comparing.class);

    /**
     * So many people and batches may wait; one call may have more. Whatever waits has to be copied in each collection of
     * garbage, which callers would notice if it were much.
     */
    static final int MOST_WAITING = 1000;

    private static final long IDLE_MILLIS = 5;

    /** Rest after work, in times of it: a fifth of one thread at most, which is room for what callers can ask. */
    private static final int RESTS = 4;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Shadow shadow;
    private final ShadowDecisions decisions;
    private final Queue<ShadowDecisions.Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "shadow");
    final ShadowCounts counts = new ShadowCounts();
    private volatile double share;
    private volatile boolean stopping;

    /** @param policy that of the shadow */
    Comparing(Shadow shadow, Policy policy) {
        this.shadow = shadow;
        this.decisions = new ShadowDecisions(policy, counts);
        this.share = shadow.share();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The run that it belongs to. */
    Shadow shadow() {
        return shadow;
    }

    /** Compares this share of the calls from now on. */
    void compare(double newShare) {
        share = newShare;
    }

    /** These were answered. Takes a fraction of a microsecond, and never waits. */
    void take(Policy answered, List<Person> people, List<Batch> batches, int asOf) {
        double part = share;
        boolean chosen = part >= 1 || ThreadLocalRandom.current().nextDouble() < part;
        if (!chosen || answered.ruleset().id().equals(shadow.ruleset())) {
            return;
        }
        ShadowDecisions.Call call = new ShadowDecisions.Call(answered, people, batches, asOf);
        int before = waiting.getAndAdd(call.size());
        if (before > 0 && before + call.size() > MOST_WAITING) {
            waiting.addAndGet(-call.size());
            counts.add(ShadowCounts.Count.SKIPPED, call.size());
        } else {
            calls.add(call);
        }
    }

    private void run() {
        try {
            while (!stopping) {
                long worked = turn();
                if (worked == 0) {
                    Thread.sleep(IDLE_MILLIS);
                } else {
                    TimeUnit.NANOSECONDS.sleep(RESTS * worked);
                }
            }
        } catch (InterruptedException e) {
            // Whoever stops it interrupts it.
            LOG.debug("comparing ends");
        }
    }

    /** Compares for a moment. How many nanoseconds it took; 0 if there was nothing to do. */
    private long turn() {
        long begin = System.nanoTime();
        long worked = 0;
        while (worked < TURN_NANOS) {
            ShadowDecisions.Call call = calls.poll();
            if (call == null) {
                return worked;
            }
            decisions.compare(call);
            waiting.addAndGet(-call.size());
            worked = Math.max(1, System.nanoTime() - begin);
        }
        return worked;
    }

    /** A difference that is not stored yet; null if there is none. */
    @Nullable
    Difference nextKept() {
        return decisions.nextKept();
    }

    /** Ends it. What waits is left out. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        for (ShadowDecisions.Call call = calls.poll(); call != null; call = calls.poll()) {
            counts.add(ShadowCounts.Count.SKIPPED, call.size());
        }
    }
}
