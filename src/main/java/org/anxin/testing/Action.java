package org.anxin.testing;

/** What follows from a status, from weakest to strongest (SPEC section 4). */
public enum Action {
    NONE,
    WARN,
    SUSPEND,
    BLOCK;

    /** The stronger of the two. */
    public Action or(Action other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
