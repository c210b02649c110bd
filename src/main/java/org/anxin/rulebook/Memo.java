package org.anxin.rulebook;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers immutable outcomes by key. Reading takes no lock; it is bounded, and begins anew when full.
 *
 * @param <O> the outcome
 */
final class Memo<O> {
    /** Most outcomes remembered; keys are classes, not values, so a ruleset rarely has more than a few thousand. */
    static final int MOST = 1 << 16;

    private static final int SMALLEST = 64;

    private static final long FREE = -1;

    private volatile Table<O> table = new Table<>(SMALLEST);

    /** The outcome remembered for {@code key} (not negative), or null. */
    @Nullable
    O get(long key) {
        Table<O> current = table;
        for (int slot = current.slot(key); ; slot = slot + 1 & current.mask) {
            long found = current.keys.getAcquire(slot);
            if (found == key) {
                return current.outcomes.getPlain(slot);
            }
            if (found == FREE) {
                return null;
            }
        }
    }

    /**
     * Remembers an outcome, unless another thread was faster.
     *
     * @return the one remembered
     */
    synchronized O put(long key, O outcome) {
        O first = get(key);
        if (first != null) {
            return first;
        }
        Table<O> current = table;
        if (current.used == MOST) {
            current = new Table<>(SMALLEST);
        } else if (2 * (current.used + 1) > current.mask) {
            current = current.doubled();
        }
        current.add(key, outcome);
        table = current;
        return outcome;
    }

    /** How many outcomes are remembered. */
    int size() {
        return table.used;
    }

    /** Open addressing; a key is published after its outcome, so a reader that sees the key sees the outcome. */
    private static final class Table<O> {
        private final AtomicLongArray keys;
        private final AtomicReferenceArray<O> outcomes;
        private final int mask;
        private int used;

        Table(int capacity) {
            keys = new AtomicLongArray(capacity);
            outcomes = new AtomicReferenceArray<>(capacity);
            mask = capacity - 1;
            for (int i = 0; i < capacity; i++) {
                keys.setPlain(i, FREE);
            }
        }

        int slot(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 40) & mask;
        }

        /** @param key not there yet */
        void add(long key, O outcome) {
            int slot = slot(key);
            while (keys.getPlain(slot) != FREE) {
                slot = slot + 1 & mask;
            }
            used++;
            outcomes.setPlain(slot, outcome);
            keys.setRelease(slot, key);
        }

        Table<O> doubled() {
            Table<O> larger = new Table<>(2 * (mask + 1));
            for (int i = 0; i <= mask; i++) {
                if (keys.getPlain(i) != FREE) {
                    larger.add(keys.getPlain(i), outcomes.getPlain(i));
                }
            }
            return larger;
        }
    }
}
