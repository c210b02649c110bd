package org.anxin.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What became of requests that were sent at a rate of their own. Times are in microseconds, from the moment at which a request
 * was meant to be sent: whoever cannot send it yet, because nothing is answered, waits too.
 */
final class Outcome {
    private static final long LONGEST = 120_000_000;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    final Histogram succeeded = new Histogram(LONGEST, 3);
    final Histogram refused = new Histogram(LONGEST, 3);

    /** From the sending of what was refused to its answer, without what the sender was late. */
    final Histogram refusing = new Histogram(LONGEST, 3);

    /** How much later than meant requests were sent. */
    final Histogram late = new Histogram(LONGEST, 3);

    private long other;
    private long unanswered;
    private double seconds;

    void answered(int status, long meant, long sent, long now) {
        if (status == OK) {
            succeeded.recordValue(micros(meant, now));
        } else if (status == UNAVAILABLE) {
            refused.recordValue(micros(meant, now));
            refusing.recordValue(micros(sent, now));
        } else {
            other++;
        }
    }

    void sent(long meant, long now) {
        late.recordValue(micros(meant, now));
    }

    void ended(long left, double took) {
        unanswered += left;
        seconds = took;
    }

    private static long micros(long from, long to) {
        return Math.min(LONGEST, Math.max(0, to - from) / 1000);
    }

    /** Successes a second. */
    double rate() {
        return succeeded.getTotalCount() / seconds;
    }

    /** Requests a second that were sent. */
    double sentRate() {
        return late.getTotalCount() / seconds;
    }

    /** Answers that are neither 200 nor 503, and requests without answer. */
    long lost() {
        return other + unanswered;
    }

    static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e3;
    }

    /** Of the table that {@link #HEAD} begins. */
    String row(String phase) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.1f / %.1f / %.1f | %,.0f | %.1f / %.1f | %.1f | %d |",
                phase,
                sentRate(),
                rate(),
                millis(succeeded, 50),
                millis(succeeded, 99),
                millis(succeeded, 99.9),
                refused.getTotalCount() / seconds,
                millis(refusing, 50),
                millis(refusing, 99),
                millis(late, 99),
                lost());
    }

    static final String HEAD =
            "| phase | sent/s | 200/s | ms, p50 / p99 / p99.9 | 503/s | ms, p50 / p99 | sender late, ms p99 | neither |\n"
                    + "|---|---|---|---|---|---|---|---|";
}
