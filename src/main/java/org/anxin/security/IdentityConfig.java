package org.anxin.security;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may use the service (docs/security.md). */
@Unremovable
@ConfigMapping(prefix = "anxin.identity")
public interface IdentityConfig {
    /** Address of the OpenID Connect issuer, without which nobody logs in and the service binds to loopback only. */
    Optional<String> issuer();

    /** By which the issuer knows the service; tokens for others are refused. */
    @WithDefault("anxin")
    String clientId();

    /** What the service shows the issuer when people sign in on pages; at least 32 characters, the same on all nodes. */
    Optional<String> clientSecret();

    /** Where tokens name roles, with slashes between the steps: {@code realm_access/roles} in Keycloak. */
    @WithDefault("roles")
    String rolesClaim();

    /** Where tokens name the markets of a market organiser, by their ids. */
    @WithDefault("anxin_markets")
    String marketsClaim();

    /** What tokens call a role, by the role's own name, by which it is called otherwise. */
    @WithName("role-names")
    Map<String, List<String>> roleNames();

    /**
     * How long a node goes by a token that it has checked, at most until the token's own end: so long a token still works whose
     * issuer has withdrawn the key that signed it.
     */
    @WithDefault("30s")
    Duration tokenMemory();

    /** Keys of machines. */
    Keys keys();

    /** Keys of machines. */
    interface Keys {
        /** How long a node goes by what it read of the keys: so long a revoked key still works at most. */
        @WithDefault("2s")
        Duration reread();

        /** How long a node goes on with the keys it knows while the database cannot be reached. */
        @WithDefault("5m")
        Duration outage();

        /** Most days from the making of a key to its last day. */
        @WithDefault("366")
        int longestDays();
    }
}
