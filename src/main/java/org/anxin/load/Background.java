package org.anxin.load;

/**
 * Work that nobody waits for at a counter: sweeps, imports, previews. It has connections of its own, so that it takes none from
 * requests.
 */
public final class Background {
    /** The name of its pool of connections. */
    public static final String POOL = "background";

    private Background() {}
}
