package org.anxin.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Finds out who asks: by a key of this service, a token of the issuer, or the session that began with one. */
@Singleton
public final class Identification {
    private static final String BEARER = "Bearer ";

    private final boolean needed;
    private final KeyRing ring;
    private final TokenRoles tokens;
    private final ProvenTokens proven;

    Identification(IdentityConfig config, ApiKeys keys, Clock clock) {
        this.needed = config.issuer().isPresent();
        this.ring = new KeyRing(keys, clock, Infrastructure.getDefaultWorkerPool(), config.keys());
        this.tokens = new TokenRoles(config);
        this.proven = new ProvenTokens(config.tokenMemory(), clock);
    }

    /** Whether anybody has to say who they are; not in local mode. */
    public boolean needed() {
        return needed;
    }

    /**
     * Whoever asks; null for nobody, and for a key that opens nothing. Fails with what the framework says of a token that
     * is none, or where the browser has to go first.
     */
    public CompletionStage<@Nullable Caller> of(RoutingContext routing) {
        String header = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        String token = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
        if (token != null && Secret.isKey(token)) {
            return ring.caller(token);
        }
        if (header != null && token == null) {
            // No other scheme proves anything here, and the cookie beside it was not meant.
            return CompletableFuture.completedFuture(null);
        }
        Caller known = token == null ? null : proven.caller(token);
        return known != null
                ? CompletableFuture.completedFuture(known)
                : identity(routing).map(identity -> caller(identity, token)).subscribeAsCompletionStage();
    }

    /** What the framework makes of a token or a session. It is not to answer by itself what it cannot make anything of. */
    static Uni<SecurityIdentity> identity(RoutingContext routing) {
        BiConsumer<RoutingContext, Throwable> answeredElsewhere = (context, failure) -> {};
        routing.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, answeredElsewhere);
        return QuarkusHttpUser.getSecurityIdentity(routing, null);
    }

    /** @param sent the token that came with the request; null for a session */
    private @Nullable Caller caller(@Nullable SecurityIdentity identity, @Nullable String sent) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        if (identity.getCredential(IdTokenCredential.class) != null) {
            return tokens.caller(token, identity.getRoles(), Caller.Kind.SESSION);
        }
        Caller caller = tokens.caller(token, identity.getRoles(), Caller.Kind.TOKEN);
        if (sent != null && caller != null) {
            proven.remember(sent, caller, token.getExpirationTime());
        }
        return caller;
    }

    /** A key was made or revoked on this node: it counts from now on. */
    public void keysChanged() {
        ring.forget();
    }
}
