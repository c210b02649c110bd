package org.anxin.load;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast work in the background goes on: at full speed while nobody asks the service anything, and with rests in proportion
 * to the calls while somebody does.
 */
public final class Pace {
    /** Decisions a second below which the node counts as idle. */
    private static final double CALM = 20;

    /** Decisions a second, some hundredths of a processor, from which rests are longest. */
    private static final double BUSY = 2000;

    /** The longest rest, in times of the work before it: a tenth of one thread is left, a twentieth of a small machine. */
    private static final double LONGEST = 9;

    /** A rest has to end before the run is taken for dead. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How much of the rate before is left after a window: calls that come in bursts are not taken for silence. */
    private static final double FADING = 0.8;

    private final EvaluateCalls calls;
    private final LongSupplier nanos;
    private long since;
    private long before;
    private double rate;

    /** @param nanos time, as of {@link System#nanoTime()} */
    public Pace(EvaluateCalls calls, LongSupplier nanos) {
        this.calls = calls;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
        this.before = calls.total();
    }

    /** Whether callers ask for so little that everything else may go on at full speed. */
    public boolean isCalm() {
        return rate() < CALM;
    }

    /** How long to rest after work that took so many nanoseconds. */
    public long restAfter(long worked) {
        double times = LONGEST * Math.min(1, rate() / BUSY);
        return Math.min(MOST_NANOS, (long) (worked * times));
    }

    /** Decisions a second in the last moments. */
    private synchronized double rate() {
        long now = nanos.getAsLong();
        if (now - since >= WINDOW_NANOS) {
            long total = calls.total();
            double latest = (total - before) * 1e9 / (now - since);
            rate = Math.max(latest, rate * Math.pow(FADING, (double) (now - since) / WINDOW_NANOS));
            since = now;
            before = total;
        }
        return rate;
    }
}
