package org.anxin.security;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key of a machine: everything but the key.
 *
 * @param id by which records remember who it was
 * @param name what it is for
 * @param roles what it may
 * @param markets a market organiser's own markets, by their ids
 * @param made when
 * @param madeBy by whom
 * @param expiresOn its last day, as an epoch day
 * @param revoked when it ended before; null if it did not
 * @param revokedBy by whom; null likewise
 * @param lastUsedOn the last day on which it was used, as an epoch day; {@link org.anxin.time.Days#NONE} for never
 */
public record ApiKey(
        String id,
        String name,
        Set<Role> roles,
        Set<String> markets,
        Instant made,
        String madeBy,
        int expiresOn,
        @Nullable Instant revoked,
        @Nullable String revokedBy,
        int lastUsedOn) {

    /** Roles that are for people: a version of the rules is approved by somebody. */
    private static final Set<Role> OF_PEOPLE = EnumSet.of(Role.POLICY_APPROVER);

    /** Copies what is given, in a fixed order. */
    public ApiKey {
        roles = new TreeSet<>(roles);
        markets = new TreeSet<>(markets);
    }

    /** Whether it still opens anything. */
    public boolean holds(int today) {
        return revoked == null && today <= expiresOn;
    }

    /** Whoever calls with it. */
    Caller caller() {
        return new Caller("key:" + id, null, roles, markets, Caller.Kind.KEY);
    }

    /** Whether a key may have this role. */
    public static boolean mayHave(Role role) {
        return !OF_PEOPLE.contains(role);
    }

    /** Roles that a key may have. */
    public static List<Role> possibleRoles() {
        return List.of(Role.values()).stream().filter(ApiKey::mayHave).toList();
    }
}
