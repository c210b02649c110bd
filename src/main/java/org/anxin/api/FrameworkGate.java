package org.anxin.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.anxin.security.AccessTable;
import org.anxin.security.Permission;
import org.anxin.security.Verdict;

/** Stands before what the framework serves by itself, all of it below {@code /q}, with the same table as {@link Gate}. */
@Singleton
class FrameworkGate {
    private static final String BELOW = "/q/";

    /** After it is known how to find out who asks, and before anything is answered. */
    private static final int PRIORITY = 95;

    private static final int PROBLEM_SIZE = 512;

    private final Permission permission;
    private final AccessTable table;

    FrameworkGate(Permission permission, AccessTable table) {
        this.permission = permission;
        this.table = table;
    }

    void register(@Observes Filters filters) {
        if (permission.needed()) {
            filters.register(this::check, PRIORITY);
        }
    }

    private void check(RoutingContext routing) {
        String path = routing.normalizedPath();
        if (!path.startsWith(BELOW)) {
            routing.next();
            return;
        }
        permission.of(routing, table.below(path), null).thenAccept(verdict -> {
            if (verdict instanceof Verdict.Allowed) {
                routing.next();
            } else {
                refuse(routing, verdict);
            }
        });
    }

    private static void refuse(RoutingContext routing, Verdict verdict) {
        ProblemType type =
                verdict instanceof Verdict.Refused refused ? Gate.problem(refused) : ProblemType.UNAUTHENTICATED;
        Problem problem = Problem.of(type);
        routing.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.PROBLEM_JSON)
                .end(Buffer.buffer(JsonBytes.of(PROBLEM_SIZE, problem::write)));
    }
}
