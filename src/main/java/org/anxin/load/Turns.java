package org.anxin.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many do something at a time, lets a few more wait, first come, first served, and turns away the rest. Nobody waits
 * on a thread.
 */
public final class Turns {
    private final int mostWaiting;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param atOnce who may be at it at a time, at least 1
     * @param waiting who may wait for it
     */
    public Turns(int atOnce, int waiting) {
        if (atOnce < 1 || waiting < 0) {
            throw new IllegalArgumentException("at least one at a time, and not fewer than nobody waiting");
        }
        this.free = atOnce;
        this.mostWaiting = waiting;
    }

    /** Whether the next one would be turned away. */
    public synchronized boolean isFull() {
        return free == 0 && waiting.size() >= mostWaiting;
    }

    /**
     * Takes a turn, or a place among those who wait.
     *
     * @param later called once when the turn comes, by whoever ends his, unless it has come at once
     * @return what is to be ended, whatever becomes of it; null if too many wait
     */
    public synchronized @Nullable Turn take(Consumer<Turn> later) {
        Turn turn = new Turn(later, free > 0);
        if (turn.atOnce) {
            free--;
        } else if (waiting.size() < mostWaiting) {
            waiting.add(turn);
        } else {
            return null;
        }
        return turn;
    }

    /**
     * Does something in turn.
     *
     * @param executor that does it
     * @return what comes of it; null if too many wait
     */
    public <T> @Nullable CompletableFuture<T> take(Executor executor, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Consumer<Turn> begin = turn -> executor.execute(() -> carryOut(work, done, turn));
        Turn turn = take(begin);
        if (turn == null) {
            return null;
        }
        if (turn.atOnce) {
            begin.accept(turn);
        }
        return done;
    }

    private static <T> void carryOut(Supplier<T> work, CompletableFuture<T> done, Turn turn) {
        try {
            done.complete(work.get());
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        } finally {
            turn.end();
        }
    }

    private synchronized @Nullable Turn endOf(Turn turn) {
        if (turn.ended) {
            return null;
        }
        turn.ended = true;
        if (waiting.remove(turn)) {
            return null;
        }
        Turn next = waiting.poll();
        free += next == null ? 1 : 0;
        return next;
    }

    /** A turn, or a place among those who wait for one. */
    public final class Turn {
        private final Consumer<Turn> later;
        private final boolean atOnce;
        private boolean ended;

        private Turn(Consumer<Turn> later, boolean atOnce) {
            this.later = later;
            this.atOnce = atOnce;
        }

        /** Whether it had come when it was taken. */
        public boolean cameAtOnce() {
            return atOnce;
        }

        /** Lets the next one go on, or gives up the place; does nothing the second time. */
        public void end() {
            Turn next = endOf(this);
            if (next != null) {
                next.later.accept(next);
            }
        }
    }
}
