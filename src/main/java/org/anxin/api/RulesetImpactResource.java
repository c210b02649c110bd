package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.impact.Impact;
import org.anxin.impact.Impacting;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.time.Days;

/** {@code POST /api/v1/rulesets/{id}/impact}: what would change for whom if this ruleset decided. */
@Path("/api/v1/rulesets/{id}/impact")
public class RulesetImpactResource {
    private static final int MAX_BODY = 4 * 1024;

    private final Impacting impacting;
    private final NamedRulesets rulesets;
    private final ActivePolicy activePolicy;
    private final ZoneId zone;
    private final Clock clock;

    RulesetImpactResource(
            Impacting impacting, NamedRulesets rulesets, ActivePolicy activePolicy, AnxinConfig config, Clock clock) {
        this.impacting = impacting;
        this.rulesets = rulesets;
        this.activePolicy = activePolicy;
        this.zone = config.zone();
        this.clock = clock;
    }

    /** Asks for a preview; the one that is running for the same question, if there is one. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> request(@PathParam("id") String id, @Context HttpServerRequest http) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY).thenApplyAsync(body -> request(id, body), Infrastructure.getDefaultWorkerPool());
    }

    private Response request(String id, byte[] body) {
        try {
            Policy policy = rulesets.version(id);
            ImpactRequest request = read(body);
            boolean noDay = request.from() == Days.NONE;
            int today = (int) LocalDate.now(clock).toEpochDay();
            int from = noDay ? today : request.from();
            Policy against = rulesets.named(request.against(), from);
            Impact impact = impacting.request(policy, against, from, noDay ? today : request.to());
            if (impact == null) {
                throw new ProblemException(ProblemType.OVERLOADED);
            }
            return Response.accepted(ImpactAnswer.of(impact))
                    .type(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.LOCATION, "/api/v1/impacts/" + impact.id())
                    .build();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private ImpactRequest read(byte[] body) {
        try {
            return FactInput.read(
                    Json.parser(body, 0, body.length),
                    activePolicy.current().ruleset().words(),
                    zone,
                    ImpactRequest::read);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
