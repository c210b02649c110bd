package org.anxin.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Drops what a client still sends after it was answered. Many clients read an answer only once they have sent everything,
 * so a refusal that leaves the rest unread would look to them like silence.
 */
class Leftovers {
    private static final int PRIORITY = 100;

    void register(@Observes Filters filters) {
        filters.register(Leftovers::watch, PRIORITY);
    }

    private static void watch(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded()) {
            routing.addEndHandler(answered -> {
                if (!request.isEnded()) {
                    request.resume();
                }
            });
        }
        routing.next();
    }
}
