package org.anxin.testing;

import org.anxin.rulebook.CountsOnce;

/** What follows from a status, from weakest to strongest (SPEC section 4). */
public enum Action implements CountsOnce {
    NONE,
    WARN,
    SUSPEND,
    BLOCK;

    /** The stronger of the two. */
    public Action or(Action other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
