package org.anxin.security;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param actor by which records remember who it was: stable and never a name of a person, at most 200 characters;
 *     {@code user:} and the issuer's subject, {@code key:} and the id of a key, or {@code local}
 * @param name to greet with on pages; null for machines, and where the issuer tells none. It is stored nowhere
 * @param roles what for
 * @param markets ids of a market organiser's own markets
 * @param kind how they said who they are
 */
public record Caller(String actor, @Nullable String name, Set<Role> roles, Set<String> markets, Kind kind) {
    /** Whoever uses the service where nobody logs in, and the service itself. */
    public static final Caller LOCAL = new Caller("local", null, Set.of(Role.values()), Set.of(), Kind.LOCAL);

    /** In the context of a request. */
    private static final String KEY = Caller.class.getName();

    /** How callers say who they are. */
    public enum Kind {
        /** They need not. */
        LOCAL,
        /** With a token of the issuer. */
        TOKEN,
        /** With the cookie of a session on pages: a browser sends it unasked. */
        SESSION,
        /** With a key of this service. */
        KEY
    }

    /** Copies what is given. */
    public Caller {
        roles = Set.copyOf(roles);
        markets = Set.copyOf(markets);
    }

    /** Whether they had to say who they are. */
    public boolean identified() {
        return kind != Kind.LOCAL;
    }

    /** Whoever asked for what is done on this thread; {@link #LOCAL} where nobody logs in, or the service does it by itself. */
    public static Caller current() {
        if (!VertxContext.isOnDuplicatedContext()) {
            return LOCAL;
        }
        Caller caller = Vertx.currentContext().getLocal(KEY);
        return caller == null ? LOCAL : caller;
    }

    /** Remembers for the rest of the request that this is who asks. */
    public void remember(Context request) {
        request.putLocal(KEY, this);
    }
}
