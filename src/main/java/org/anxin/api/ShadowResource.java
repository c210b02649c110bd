package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.impact.ShadowReport;
import org.anxin.impact.Shadowing;
import org.anxin.impact.Shadows;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/rulesets/{id}/shadow}: a ruleset decides beside the one that answers, and differences are counted. */
@Path("/api/v1/rulesets/{id}/shadow")
public class ShadowResource {
    private static final int MAX_BODY = 4 * 1024;

    private final Shadowing shadowing;
    private final Shadows shadows;
    private final NamedRulesets rulesets;
    private final ActivePolicy activePolicy;
    private final ZoneId zone;

    ShadowResource(
            Shadowing shadowing,
            Shadows shadows,
            NamedRulesets rulesets,
            ActivePolicy activePolicy,
            AnxinConfig config) {
        this.shadowing = shadowing;
        this.shadows = shadows;
        this.rulesets = rulesets;
        this.activePolicy = activePolicy;
        this.zone = config.zone();
    }

    /** Begins, or sets the share of the run that goes on. The body may be left out. */
    @PUT
    @NonBlocking
    public CompletionStage<Response> begin(@PathParam("id") String id, @Context HttpServerRequest http) {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY)
                .thenApplyAsync(body -> begin(id, read(http, body)), Infrastructure.getDefaultWorkerPool());
    }

    private ShadowRequest read(HttpServerRequest http, byte[] body) {
        if (body.length == 0) {
            return ShadowRequest.ALL;
        }
        Body.check(http);
        try {
            return FactInput.read(
                    Json.parser(body, 0, body.length),
                    activePolicy.current().ruleset().words(),
                    zone,
                    ShadowRequest::read);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private Response begin(String id, ShadowRequest request) {
        try {
            Policy policy = rulesets.version(id);
            Shadows.@Nullable Begun begun = shadowing.begin(policy, request.share());
            if (begun == null) {
                throw new ProblemException(ProblemType.SHADOW_RUNNING);
            }
            return answer(
                    begun.begun() ? Response.Status.CREATED : Response.Status.OK,
                    found(policy.ruleset().id()));
        } catch (SQLException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** How the last run of this ruleset stands. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return answer(Response.Status.OK, found(rulesets.version(id).ruleset().id()));
    }

    private ShadowReport found(String ruleset) throws SQLException {
        ShadowReport report = shadows.report(ruleset);
        if (report == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return report;
    }

    /** Ends it. */
    @DELETE
    @Blocking
    public Response end(@PathParam("id") String id, @Context HttpServerRequest http)
            throws SQLException, InterruptedException {
        Parameters.of(http);
        if (shadowing.end(rulesets.version(id).ruleset().id()) == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Response.noContent().build();
    }

    private static Response answer(Response.Status status, ShadowReport report) {
        return Response.status(status)
                .entity(ShadowAnswer.of(report))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
