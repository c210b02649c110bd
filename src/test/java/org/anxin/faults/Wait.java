package org.anxin.faults;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits, never without end. */
final class Wait {
    private static final long PAUSE_MILLIS = 20;

    private Wait() {}

    /**
     * Waits until something is so.
     *
     * @param what is waited for, for the failure
     * @return how long it took
     */
    static Duration until(String what, Duration atMost, Callable<Boolean> isSo) throws Exception {
        long begin = System.nanoTime();
        while (!isSo.call()) {
            if (System.nanoTime() - begin > atMost.toNanos()) {
                throw new AssertionError("waited " + atMost + " in vain: " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
