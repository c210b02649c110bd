package org.anxin.impact;

import org.anxin.sweep.Finding;
import org.anxin.testing.Action;
import org.anxin.testing.Status;
import org.jspecify.annotations.Nullable;

/** What other rules would change for a person on a day. Several may apply. */
public enum Change {
    /** Becomes overdue. */
    OVERDUE(0),
    /** The action becomes SUSPEND. */
    SUSPENDED(1),
    /** The action becomes BLOCK. */
    BLOCKED(2),
    /** May trade again: the action was SUSPEND or BLOCK and is WARN or NONE. */
    CLEARED(3),
    /** The action becomes WARN. */
    WARNED(4),
    /** The action was WARN and is NONE. */
    NO_LONGER_WARNED(5),
    /** Could be decided, and cannot be any more. */
    UNDECIDABLE(6),
    /** Could not be decided, and can be now. */
    DECIDABLE(7),
    /** Something else about the finding: status, due date, rules, or the markets that have the person on a list. */
    OTHER(8);

    /** How many kinds there are. */
    static final int KINDS = values().length;

    private final int place;

    /** @param place which bit stands for it, also in what is stored */
    Change(int place) {
        this.place = place;
    }

    /** Its place among all kinds, from 0. */
    int place() {
        return place;
    }

    /** The bit of this kind. */
    int bit() {
        return 1 << place;
    }

    /** Whether it is among these bits. */
    boolean isIn(int changes) {
        return (changes & bit()) != 0;
    }

    /**
     * The kinds of change between two findings about one person, a bit each; 0 if a sweep would find the same.
     *
     * @param before null if the person could not be decided
     * @param after null if the person cannot be decided
     */
    static int between(@Nullable Finding before, @Nullable Finding after) {
        if (after == null) {
            return before == null ? 0 : UNDECIDABLE.bit();
        }
        if (before == null) {
            return DECIDABLE.bit() | between(null, Action.NONE, after);
        }
        if (before.equals(after)) {
            return 0;
        }
        int changes = between(before.status(), before.action(), after);
        return changes == 0 ? OTHER.bit() : changes;
    }

    private static int between(@Nullable Status status, Action action, Finding after) {
        int changes = 0;
        if (after.status() == Status.OVERDUE && status != Status.OVERDUE) {
            changes |= OVERDUE.bit();
        }
        if (after.action() != action) {
            changes |= to(after.action(), action);
        }
        return changes;
    }

    private static int to(Action after, Action before) {
        int cleared = before.compareTo(Action.SUSPEND) >= 0 ? CLEARED.bit() : NO_LONGER_WARNED.bit();
        return switch (after) {
            case NONE -> cleared;
            case WARN -> WARNED.bit() | (before == Action.NONE ? 0 : cleared);
            case SUSPEND -> SUSPENDED.bit();
            case BLOCK -> BLOCKED.bit();
        };
    }
}
