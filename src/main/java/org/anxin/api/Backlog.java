package org.anxin.api;

import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;

/**
 * Whether more has arrived at an event loop than it answers soon. It looks which connections have something to read, reads
 * and answers one after the other, and looks again: how long it has been at it is how long the last of them waits.
 */
final class Backlog {
    /** So many are answered in any case: a pause of the machine is no backlog. */
    private static final int ALWAYS = 32;

    private final long mostNanos;
    private final FastThreadLocal<Round> rounds = new FastThreadLocal<>() {
        @Override
        protected Round initialValue() {
            return new Round();
        }
    };

    private static final class Round {
        private long since;
        private int calls;
    }

    /** @param most how long a loop may be busy */
    Backlog(Duration most) {
        this.mostNanos = most.toNanos();
    }

    /** Whether a call that has just arrived is to be refused; asked on its event loop. */
    boolean isLong() {
        Round round = rounds.get();
        if (round.calls++ == 0) {
            round.since = System.nanoTime();
            // Done when all that had arrived is answered, before the loop looks again.
            ContextInternal.current().nettyEventLoop().execute(() -> round.calls = 0);
            return false;
        }
        return round.calls > ALWAYS && System.nanoTime() - round.since > mostNanos;
    }
}
