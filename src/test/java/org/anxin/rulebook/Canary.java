package org.anxin.rulebook;

import java.util.concurrent.atomic.AtomicInteger;

/** What hostile rule files try to reach: whether any of them did can be asked afterwards. */
public final class Canary {
    /** Anything that a rule might read. */
    public static final String NAME = "canary";

    private static final AtomicInteger SUNG = new AtomicInteger();

    /** Made by no rule file. */
    public Canary() {
        sing();
    }

    /**
     * Called by no rule file.
     *
     * @return whether it was
     */
    public static boolean sing() {
        SUNG.incrementAndGet();
        return true;
    }

    /** How often it was reached. */
    static int sung() {
        return SUNG.get();
    }
}
