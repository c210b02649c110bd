package org.anxin.security;

import jakarta.json.JsonString;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What the service makes of a token whose signature, issuer, audience and days have been checked. */
final class TokenRoles {
    private static final String USER = "user:";

    /** Of texts that the database keeps. */
    private static final int LONGEST = 200;

    private final Map<String, List<String>> names;
    private final String marketsClaim;

    TokenRoles(IdentityConfig config) {
        this.names = config.roleNames();
        this.marketsClaim = config.marketsClaim();
        for (String role : names.keySet()) {
            if (Role.of(role) == null) {
                throw new IllegalArgumentException(
                        "anxin.identity.role-names." + role + ": 没有此角色 / there is no such role");
            }
        }
    }

    /**
     * Whoever the token is about; null if it does not say whom it is about.
     *
     * @param called what the token calls their roles
     */
    @Nullable
    Caller caller(JsonWebToken token, Set<String> called, Caller.Kind kind) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || USER.length() + subject.length() > LONGEST) {
            return null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (names.getOrDefault(role.code(), List.of(role.code())).stream().anyMatch(called::contains)) {
                roles.add(role);
            }
        }
        String name = kind == Caller.Kind.SESSION ? name(token) : null;
        return new Caller(USER + subject, name, roles, markets(token.getClaim(marketsClaim)), kind);
    }

    private static @Nullable String name(JsonWebToken token) {
        String name = token.getClaim("name");
        return name == null ? token.getClaim("preferred_username") : name;
    }

    /** A list of texts, or one text with spaces between. */
    private static Set<String> markets(@Nullable Object claim) {
        Set<String> markets = new HashSet<>();
        if (claim instanceof String text) {
            markets.addAll(List.of(text.strip().split("\\s+")));
        } else if (claim instanceof Collection<?> list) {
            for (Object each : list) {
                markets.add(each instanceof JsonString text ? text.getString() : String.valueOf(each));
            }
        }
        markets.remove("");
        return markets;
    }
}
