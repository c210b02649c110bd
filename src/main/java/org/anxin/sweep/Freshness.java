package org.anxin.sweep;

import java.time.Instant;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Whether the nightly runs keep up with the days.
 *
 * @param due the last day whose time has come, as an epoch day; {@link Days#NONE} without a schedule
 * @param begun the last day of which a run of the schedule was asked for; {@link Days#NONE} before the first
 * @param swept the last day of which such a run has ended with its lists issued; {@link Days#NONE} before the first
 * @param ended when that was; null before the first
 * @param registered people whom that run had to decide
 * @param evaluated people whom it decided
 * @param errors people whom it could not decide, each named
 */
public record Freshness(
        int due, int begun, int swept, @Nullable Instant ended, int registered, int evaluated, int errors) {

    /** Whether there is a series of runs that could be behind. */
    public boolean isExpected() {
        return due != Days.NONE && begun != Days.NONE;
    }

    /** How many days wait for their lists: 0 when the run of the last day due has ended; 0 without a series. */
    public int daysBehind() {
        return !isExpected() || swept == Days.NONE ? 0 : Math.max(0, due - swept);
    }

    /** People who were neither decided nor named; always 0 unless the service is wrong. */
    public int missed() {
        return registered - evaluated - errors;
    }
}
