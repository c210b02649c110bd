package org.anxin.api;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.anxin.load.Limits;
import org.anxin.load.LoadConfig;
import org.anxin.load.Turns;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything but health and the like, and turns away what this node cannot do soon before anything of it is
 * read, on the thread that reads connections. What it lets in has a turn until it is answered.
 */
@Singleton
class LoadLimit {
    private static final Logger LOG = Logger.getLogger(LoadLimit.class);

    /** After {@link RequestIds}, before it is found out who asks. */
    private static final int EARLY = 15_000;

    private static final String EVALUATE = "/api/v1/evaluate";

    /** What asks for no database, and health, which must not wait for anybody. */
    private static final List<String> FREE = List.of("/q/", "/assets/");

    /** What counts for itself what it does at a time. */
    private static final List<String> COUNTING = List.of("/api/v1/samples", "/api/v1/imports/");

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Turns stored;
    private final Turns documents;
    private final Backlog backlog;
    private final long bodyMillis;
    private final Refusal overloaded = new Refusal(ProblemType.OVERLOADED);

    private volatile boolean leaving;

    LoadLimit(Limits limits, LoadConfig config) {
        this.stored = limits.stored();
        this.documents = limits.documents();
        this.backlog = new Backlog(config.evaluate().behind());
        this.bodyMillis = config.bodyTimeout().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    /** Nobody comes back on a connection on which he was told to close it, so that none is in use when the node ends. */
    void leave(@Observes ShutdownDelayInitiatedEvent delay) {
        leaving = true;
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (leaving) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        String path = request.path();
        if (path == null || FREE.stream().anyMatch(path::startsWith)) {
            routing.next();
        } else if (path.equals(EVALUATE)) {
            evaluate(routing);
        } else if (hasTurn(request, path)) {
            take(routing);
        } else {
            routing.next();
        }
    }

    private void evaluate(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!isShort(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            routing.next();
        } else if (backlog.isLong() || EvaluateResource.isLarge(request) && documents.isFull()) {
            overloaded.answer(routing);
        } else {
            limitBody(routing);
            routing.next();
        }
    }

    /** Uploads and streams, which may take as long as they like, have none. */
    private static boolean hasTurn(HttpServerRequest request, String path) {
        return isShort(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && COUNTING.stream().noneMatch(path::startsWith);
    }

    private static boolean isShort(@Nullable String contentType) {
        return contentType == null || contentType.startsWith(JSON) || contentType.startsWith(FORM);
    }

    private void take(RoutingContext routing) {
        Context context = Vertx.currentContext();
        Turns.Turn turn = stored.take(later -> context.runOnContext(now -> routing.next()));
        if (turn == null) {
            overloaded.answer(routing);
            return;
        }
        // Whoever reads an answer slowly keeps nobody else waiting; whoever goes away gets none.
        routing.addHeadersEndHandler(head -> turn.end());
        routing.addEndHandler(end -> turn.end());
        limitBody(routing);
        if (turn.cameAtOnce()) {
            routing.next();
        } else {
            routing.request().pause();
        }
    }

    /** Nearly all bodies come with their heads: only for others a clock is started. */
    private void limitBody(RoutingContext routing) {
        Context context = Vertx.currentContext();
        context.runOnContext(soon -> {
            HttpServerRequest request = routing.request();
            if (!request.isEnded()) {
                long timer = context.owner().setTimer(bodyMillis, now -> giveUp(routing));
                routing.addEndHandler(end -> context.owner().cancelTimer(timer));
            }
        });
    }

    private void giveUp(RoutingContext routing) {
        if (!routing.request().isEnded()) {
            LOG.debug("A body did not arrive in time");
            routing.request().connection().close();
        }
    }
}
