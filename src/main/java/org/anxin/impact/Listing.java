package org.anxin.impact;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which changes of a preview are listed one by one. All are counted; lists have an end, so that a preview of a month for a
 * province does not fill the database.
 */
final class Listing {
    /** So many changes with consequences are listed, a person and day each. */
    static final int MOST = 1_000_000;

    /** So many others are, which only move due dates and the like. */
    static final int MOST_OTHER = 200_000;

    private final AtomicInteger listed = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    /** Whether one more is listed. */
    boolean takes(int changes) {
        boolean minor = changes == Change.OTHER.bit();
        AtomicInteger count = minor ? other : listed;
        if (count.incrementAndGet() <= (minor ? MOST_OTHER : MOST)) {
            return true;
        }
        count.decrementAndGet();
        left.incrementAndGet();
        return false;
    }

    /** How many are listed. */
    int listed() {
        return listed.get() + other.get();
    }

    /** How many are not. */
    int unlisted() {
        return left.get();
    }
}
