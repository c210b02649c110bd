package org.anxin.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.anxin.ledger.Acting;
import org.anxin.security.Access;
import org.anxin.security.AccessTable;
import org.anxin.security.Caller;
import org.anxin.security.Permission;
import org.anxin.security.RefusedPageException;
import org.anxin.security.Verdict;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every resource, of the API and of the pages, and lets in whom the table of {@code docs/security.md} lets in.
 * It is asked once the framework has found the resource, so that both mean the same route and the same id.
 */
@Provider
@Singleton
public class Gate implements ResteasyReactiveContainerRequestFilter {
    /** Methods of requests that change nothing, for which the database need not know who asks. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Instance<Permission> made;
    private final AccessTable table;
    private final Map<Method, Guarded> guarded = new ConcurrentHashMap<>();

    private volatile @Nullable Permission permission;

    /** @param permission made with the first request: filters are there before the configuration is */
    Gate(Instance<Permission> permission, AccessTable table) {
        this.made = permission;
        this.table = table;
    }

    private record Guarded(Route route, Access access) {}

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        Permission asked = permission();
        if (!asked.needed()) {
            return;
        }
        ResteasyReactiveRequestContext found = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Guarded here = guarded.computeIfAbsent(found.getTarget().getLazyMethod().getMethod(), this::guarded);
        RoutingContext routing = found.unwrap(RoutingContext.class);
        Context context = Vertx.currentContext();
        CompletionStage<Verdict> stage = asked.of(routing, here.access(), named(request, here.route()));
        CompletableFuture<Verdict> verdict = stage.toCompletableFuture();
        if (verdict.isDone()) {
            settle(request, here.route(), context, verdict.join());
            return;
        }
        request.suspend();
        // The resource runs where the request began, since what is remembered of a request is found there alone.
        stage.whenComplete((reached, failure) -> context.runOnContext(same -> goOn(request, here.route(), verdict)));
    }

    private static void goOn(
            ResteasyReactiveContainerRequestContext request, Route route, CompletableFuture<Verdict> verdict) {
        try {
            settle(request, route, Vertx.currentContext(), verdict.join());
            request.resume();
        } catch (RuntimeException e) {
            request.resume(e);
        }
    }

    private Permission permission() {
        Permission known = permission;
        if (known == null) {
            known = made.get();
            permission = known;
        }
        return known;
    }

    private Guarded guarded(Method resource) {
        Route route = Route.of(resource);
        if (route == null) {
            throw new IllegalStateException("a resource method without a route");
        }
        return new Guarded(route, table.of(route.toString()));
    }

    private static @Nullable String named(ResteasyReactiveContainerRequestContext request, Route route) {
        String variable = route.variable();
        return variable == null
                ? null
                : request.getUriInfo().getPathParameters().getFirst(variable);
    }

    private static void settle(
            ResteasyReactiveContainerRequestContext request, Route route, Context context, Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            admit(allowed.caller(), request.getMethod(), context);
        } else if (verdict instanceof Verdict.GoOn next) {
            request.abortWith(Response.status(next.status())
                    .header(HttpHeaders.LOCATION, next.address())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
        } else if (verdict instanceof Verdict.Refused refused) {
            refused.caller().remember(context);
            throw route.isPage() ? new RefusedPageException(refused) : new ProblemException(problem(refused));
        }
    }

    /** Whoever may go on is known for the rest of the request; the database learns who changes something, and in which request. */
    private static void admit(Caller caller, String method, Context context) {
        caller.remember(context);
        if (caller.identified() && !READING.contains(method)) {
            Acting.inRequest(new Acting.Who(caller.actor(), String.valueOf(MDC.get(RequestIds.LOGGED))));
        }
    }

    static ProblemType problem(Verdict.Refused refused) {
        return switch (refused.why()) {
            case UNIDENTIFIED -> ProblemType.UNAUTHENTICATED;
            case NOT_ALLOWED -> ProblemType.FORBIDDEN;
            case OTHER_MARKET -> ProblemType.OTHER_MARKET;
            case FOREIGN_SITE -> ProblemType.FOREIGN_SITE;
            case UNKNOWN_NOW -> ProblemType.IDENTITY_UNAVAILABLE;
        };
    }
}
