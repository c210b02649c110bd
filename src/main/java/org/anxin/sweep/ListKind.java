package org.anxin.sweep;

import java.util.List;
import org.anxin.testing.Action;

/** The two lists that each market receives (SPEC section 7). */
public enum ListKind {
    /** People about to be overdue (逾期预警名单). */
    WARNINGS(Action.WARN),
    /** People who may not trade (暂停经营). */
    SUSPENSIONS(Action.SUSPEND, Action.BLOCK);

    private final List<Action> actions;

    ListKind(Action... actions) {
        this.actions = List.of(actions);
    }

    /**
     * The list that an action puts a person on.
     *
     * @throws IllegalArgumentException if it puts nobody on a list
     */
    public static ListKind of(Action action) {
        for (ListKind kind : values()) {
            if (kind.actions.contains(action)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no list is made of " + action);
    }

    /** The actions that put a person on it. */
    public List<Action> actions() {
        return actions;
    }
}
