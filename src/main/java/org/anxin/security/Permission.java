package org.anxin.security;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether a request may be answered: the one place where that is decided. */
@Singleton
public final class Permission {
    private static final Logger LOG = Logger.getLogger(Permission.class);

    /** Requests that change nothing. */
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Identification identification;
    private final OwnMarkets ownMarkets;

    Permission(Identification identification, OwnMarkets ownMarkets) {
        this.identification = identification;
        this.ownMarkets = ownMarkets;
    }

    /** Whether anybody has to say who they are; not in local mode. */
    public boolean needed() {
        return identification.needed();
    }

    /**
     * What becomes of a request. Never fails.
     *
     * @param access who may
     * @param named the first part of the path that varies, decoded; null if none does
     */
    public CompletionStage<Verdict> of(RoutingContext routing, Access access, @Nullable String named) {
        if (access.open()) {
            return CompletableFuture.completedFuture(new Verdict.Allowed(Caller.LOCAL));
        }
        HttpServerRequest request = routing.request();
        return identification
                .of(routing)
                .thenCompose(caller -> verdict(request, access, named, caller))
                .exceptionally(Permission::failed);
    }

    private CompletionStage<Verdict> verdict(
            HttpServerRequest request, Access access, @Nullable String named, @Nullable Caller caller) {
        if (caller == null) {
            return refused(Refusal.UNIDENTIFIED, Caller.LOCAL);
        }
        if (caller.kind() == Caller.Kind.SESSION && !SAFE.contains(request.method()) && !SameOrigin.sent(request)) {
            return refused(Refusal.FOREIGN_SITE, caller);
        }
        if (access.everywhere(caller)) {
            return CompletableFuture.completedFuture(new Verdict.Allowed(caller));
        }
        MarketOf of = access.of();
        if (of == null || !access.ownOnly(caller)) {
            return refused(Refusal.NOT_ALLOWED, caller);
        }
        return CompletableFuture.supplyAsync(
                () -> own(request, caller, of, named), Infrastructure.getDefaultWorkerPool());
    }

    private Verdict own(HttpServerRequest request, Caller caller, MarketOf of, @Nullable String named) {
        try {
            return ownMarkets.include(caller, of, named, request.params().getAll("market"))
                    ? new Verdict.Allowed(caller)
                    : new Verdict.Refused(Refusal.OTHER_MARKET, caller);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static CompletionStage<Verdict> refused(Refusal why, Caller caller) {
        return CompletableFuture.completedFuture(new Verdict.Refused(why, caller));
    }

    private static Verdict failed(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof AuthenticationRedirectException redirect) {
            return new Verdict.GoOn(redirect.getCode(), redirect.getRedirectUri());
        }
        if (failure instanceof AuthenticationException) {
            return new Verdict.Refused(Refusal.UNIDENTIFIED, Caller.LOCAL);
        }
        LOG.warnf("It could not be found out who asks: %s", failure.toString());
        return new Verdict.Refused(Refusal.UNKNOWN_NOW, Caller.LOCAL);
    }
}
