package org.anxin.rulebook;

import java.util.function.LongSupplier;

/**
 * What one question to the engine may cost. Rules that pass the check stay far below; whoever reaches a bound gets an
 * error of the run, never a verdict.
 *
 * @param firings most firings for one fact
 * @param nanos longest time for one fact, in nanoseconds of {@code clock}
 * @param clock nanoseconds from any beginning, never less than before
 */
public record Bounds(int firings, long nanos, LongSupplier clock) {
    /** Each rule looks at one fact and changes none, so it fires once for a fact at most. */
    public static final int FIRINGS = Rulebook.MAX_RULES + 1;

    /** Firings only, for whoever has no clock. */
    public static final Bounds OF_FIRINGS = new Bounds(FIRINGS, Long.MAX_VALUE, () -> 0);

    /** Begins to take the time of one question. */
    Deadline begin() {
        return new Deadline(clock.getAsLong());
    }

    /** The time by which one question must be answered. */
    final class Deadline {
        private final long began;

        private Deadline(long began) {
            this.began = began;
        }

        /** @throws EngineException if it has passed */
        void check() {
            if (clock.getAsLong() - began > nanos) {
                throw new EngineException("deadline passed");
            }
        }
    }
}
