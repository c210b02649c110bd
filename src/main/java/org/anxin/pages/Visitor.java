package org.anxin.pages;

import java.util.List;
import org.anxin.security.Access;
import org.anxin.security.AccessTable;
import org.anxin.security.Caller;
import org.anxin.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page.
 *
 * @param caller who it is
 * @param table who may what
 */
public record Visitor(Caller caller, AccessTable table) {

    /** Whether they signed in, and so can sign out. */
    public boolean signedIn() {
        return caller.kind() == Caller.Kind.SESSION;
    }

    /** What to call them. */
    public String name() {
        String name = caller.name();
        return name == null ? caller.actor() : name;
    }

    /**
     * Whether they may use a route, at least for markets of their own.
     *
     * @param shape such as {@code GET /people/*}
     */
    public boolean may(String shape) {
        if (!caller.identified()) {
            return true;
        }
        Access access = table.like(shape);
        return access.open() || access.everywhere(caller) || access.ownOnly(caller);
    }

    /** Whether they may use a route whatever it is about, not only for markets of their own. */
    boolean mayEverywhere(String shape) {
        return !caller.identified() || table.like(shape).everywhere(caller);
    }

    /** The first of their own markets; null if they have none. */
    @Nullable
    String firstMarket() {
        return markets().stream().findFirst().orElse(null);
    }

    /** Whether markets of their own are all that they see. */
    public boolean organiser() {
        return caller.identified() && caller.roles().contains(Role.MARKET_ORGANISER);
    }

    /** Their own markets, by id. */
    public List<String> markets() {
        return caller.markets().stream().sorted().toList();
    }
}
