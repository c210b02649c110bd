package org.anxin.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Refuses a {@code Content-Type} that is none: the framework fails on it before any resource or mapper is asked. */
class MediaTypeCheck {
    private static final int PRIORITY = 90;
    private static final int PROBLEM_SIZE = 512;

    void register(@Observes Filters filters) {
        filters.register(MediaTypeCheck::check, PRIORITY);
    }

    private static void check(RoutingContext routing) {
        if (isMediaType(routing.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            routing.next();
            return;
        }
        Problem problem = Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        routing.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.PROBLEM_JSON)
                .end(Buffer.buffer(JsonBytes.of(PROBLEM_SIZE, problem::write)));
    }

    private static boolean isMediaType(@Nullable String type) {
        if (type == null || type.equals(MediaType.APPLICATION_JSON)) {
            return true;
        }
        try {
            MediaType.valueOf(type);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
