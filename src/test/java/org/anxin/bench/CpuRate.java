package org.anxin.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decisions per CPU-second and bytes per decision, measured side by side: the ways to decide take turns, and only the
 * time that the thread really ran counts, so that a machine with other work on it still compares them fairly.
 */
final class CpuRate {
    private static final com.sun.management.ThreadMXBean THREAD =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Way> ways = new LinkedHashMap<>();

    private static final class Way {
        final Runnable pass;
        final int decisions;
        double best;
        long cpu;
        long bytes;
        long done;

        Way(Runnable pass, int decisions) {
            this.pass = pass;
            this.decisions = decisions;
        }

        /** Decides over and over for about {@code nanos} of CPU time. */
        void run(long nanos) {
            long thread = Thread.currentThread().getId();
            long bytesBefore = THREAD.getThreadAllocatedBytes(thread);
            long before = THREAD.getCurrentThreadCpuTime();
            long spent = 0;
            long decided = 0;
            while (spent < nanos) {
                pass.run();
                decided += decisions;
                spent = THREAD.getCurrentThreadCpuTime() - before;
            }
            bytes += THREAD.getThreadAllocatedBytes(thread) - bytesBefore;
            cpu += spent;
            done += decided;
            best = Math.max(best, decided * 1e9 / spent);
        }
    }

    /**
     * Adds a way to decide.
     *
     * @param decisions how many one run of {@code pass} makes
     */
    CpuRate way(String name, int decisions, Runnable pass) {
        ways.put(name, new Way(pass, decisions));
        return this;
    }

    /**
     * Warms up, measures in turns, prints.
     *
     * @param rounds of 0.2 CPU-seconds for each way
     */
    void print(int rounds) {
        turns(rounds);
        ways.values().forEach(way -> way.best = way.cpu = way.bytes = way.done = 0);
        turns(rounds);
        System.out.printf("%-24s %14s %14s %10s%n", "", "per CPU-second", "best round", "bytes");
        ways.forEach((name, way) -> System.out.printf(
                "%-24s %,14.0f %,14.0f %10.0f%n",
                name, way.done * 1e9 / way.cpu, way.best, way.bytes / (double) way.done));
    }

    private void turns(int rounds) {
        for (int round = 0; round < rounds; round++) {
            ways.values().forEach(way -> way.run(200_000_000L));
        }
    }
}
