package org.anxin.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request a name, that of the caller if it sent a plain one, which its answer and every line of the log about it
 * bear: {@code X-Request-Id}.
 */
class RequestIds {
    static final String HEADER = "X-Request-Id";
    static final String LOGGED = "requestId";

    /** Before all others, so that what they refuse has a name too. */
    private static final int FIRST = 20_000;

    /** What can stand in a log without being taken for something else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, FIRST);
    }

    private static void name(RoutingContext routing) {
        String sent = routing.request().getHeader(HEADER);
        String id = sent != null && PLAIN.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        MDC.put(LOGGED, id);
        routing.response().putHeader(HEADER, id);
        routing.next();
    }
}
