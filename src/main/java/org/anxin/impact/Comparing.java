package org.anxin.impact;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Document;
import org.anxin.policy.Policy;
import org.anxin.registry.WordCheck;
import org.anxin.rulebook.Words;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
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

    /** So many differences are kept, of each combination of kinds a few. */
    static final int MOST_KEPT = 50;

    static final int MOST_ALIKE = 10;

    private static final long IDLE_MILLIS = 5;

    /** Rest after work, in times of it: a fifth of one thread at most, which is room for what callers can ask. */
    private static final int RESTS = 4;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Shadow shadow;
    private final Policy policy;
    private final WordCheck words;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Queue<Difference> kept = new ConcurrentLinkedQueue<>();
    private final Map<Set<DifferenceKind>, Integer> alike = new HashMap<>();
    private final Thread thread = new Thread(this::run, "shadow");
    final ShadowCounts counts = new ShadowCounts();
    private int numberKept;
    private volatile double share;
    private volatile boolean stopping;
    private boolean failureTold;

    /** What was answered. */
    private record Call(Policy answered, List<Person> people, List<Batch> batches, int asOf) {
        int size() {
            return people.size() + batches.size();
        }
    }

    /** @param policy that of the shadow */
    Comparing(Shadow shadow, Policy policy) {
        this.shadow = shadow;
        this.policy = policy;
        this.words = new WordCheck(policy.ruleset().words());
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
        Call call = new Call(answered, people, batches, asOf);
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
            Call call = calls.poll();
            if (call == null) {
                return worked;
            }
            compare(call);
            waiting.addAndGet(-call.size());
            worked = Math.max(1, System.nanoTime() - begin);
        }
        return worked;
    }

    private void compare(Call call) {
        for (Person person : call.people) {
            try {
                compare(person, call);
            } catch (RuntimeException e) {
                tellFailure(e);
                counts.add(ShadowCounts.Count.PEOPLE_FAILED, 1);
            }
        }
        for (Batch batch : call.batches) {
            try {
                compare(batch, call);
            } catch (RuntimeException e) {
                tellFailure(e);
                counts.add(ShadowCounts.Count.BATCHES_FAILED, 1);
            }
        }
    }

    private void compare(Person person, Call call) {
        PersonDecision answered = call.answered.testing().decide(person, call.asOf);
        @Nullable
        PersonDecision other = words.of(person) == null ? policy.testing().decide(person, call.asOf) : null;
        Set<DifferenceKind> kinds =
                other == null ? EnumSet.of(DifferenceKind.UNDECIDABLE) : Compared.people(answered, other);
        counts.add(ShadowCounts.Count.PEOPLE_COMPARED, 1);
        if (!kinds.isEmpty()) {
            counts.add(ShadowCounts.Count.PEOPLE_DIFFERENT, 1);
            keep(kinds, call, new Difference.OfPerson(answered, other));
        }
    }

    private void compare(Batch batch, Call call) {
        BatchDecision answered = call.answered.admission().decide(batch, call.asOf);
        @Nullable BatchDecision other = knowsWordsOf(batch) ? policy.admission().decide(batch, call.asOf) : null;
        Set<DifferenceKind> kinds =
                other == null ? EnumSet.of(DifferenceKind.UNDECIDABLE) : Compared.batches(answered, other);
        counts.add(ShadowCounts.Count.BATCHES_COMPARED, 1);
        if (!kinds.isEmpty()) {
            counts.add(ShadowCounts.Count.BATCHES_DIFFERENT, 1);
            keep(kinds, call, new Difference.OfBatch(answered, other));
        }
    }

    private boolean knowsWordsOf(Batch batch) {
        Words declared = policy.ruleset().words();
        for (Document document : batch.documents()) {
            String result = document.result();
            if (declared.find("document", document.type()) == null
                    || result != null && declared.find("result", result) == null) {
                return false;
            }
        }
        return true;
    }

    private void keep(Set<DifferenceKind> kinds, Call call, Difference.Content content) {
        for (DifferenceKind kind : kinds) {
            counts.add(kind, 1);
        }
        if (numberKept < MOST_KEPT && alike.merge(kinds, 1, Integer::sum) <= MOST_ALIKE) {
            numberKept++;
            kept.add(new Difference(call.asOf, call.answered.ruleset().id(), kinds, content));
        }
    }

    /** Once, since the next ones are mostly the same. */
    private void tellFailure(RuntimeException failure) {
        if (!failureTold) {
            failureTold = true;
            LOG.error("The shadow " + shadow.ruleset() + " failed to decide", failure);
        }
    }

    /** A difference that is not stored yet; null if there is none. */
    @Nullable
    Difference nextKept() {
        return kept.poll();
    }

    /** Ends it. What waits is left out. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        for (Call call = calls.poll(); call != null; call = calls.poll()) {
            counts.add(ShadowCounts.Count.SKIPPED, call.size());
        }
    }
}
