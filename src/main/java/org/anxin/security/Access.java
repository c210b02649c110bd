package org.anxin.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a route: one row of the table.
 *
 * @param route method and path, such as {@code GET /api/v1/people/{id}}
 * @param open whether anybody may, without saying who they are
 * @param roles that may, whatever it is about
 * @param own whether a market organiser may, as far as it is about own markets
 * @param of what tells the market; null where nothing does
 */
public record Access(
        String route,
        boolean open,
        Set<Role> roles,
        boolean own,
        @Nullable MarketOf of) {
    /** Copies what is given. */
    public Access {
        roles = Set.copyOf(roles);
    }

    /** A route that has no row: nobody may. */
    static Access none(String route) {
        return new Access(route, false, Set.of(), false, null);
    }

    /** Whoever says who they are. */
    public static Access anybodyKnown() {
        return new Access("", false, Set.of(Role.values()), false, null);
    }

    /** Whether this caller may, whatever the market. */
    public boolean everywhere(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    /** Whether this caller may where it is about one of the caller's own markets. */
    public boolean ownOnly(Caller caller) {
        return own && caller.roles().contains(Role.MARKET_ORGANISER);
    }
}
