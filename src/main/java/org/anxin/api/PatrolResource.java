package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.visits.FindingJson;
import org.anxin.visits.Registered;
import org.anxin.visits.Visit;
import org.anxin.visits.VisitJson;
import org.anxin.visits.Visits;

/** {@code /api/v1/patrols}: visits and video checks of markets, and what the rules find in them. */
@Path("/api/v1/patrols")
public class PatrolResource {
    private static final int MAX_BODY = 64 * 1024;
    private static final String PATH = "/api/v1/patrols/";

    private final Visits visits;
    private final Registered registered;
    private final ActivePolicy activePolicy;
    private final RecordRequests requests;
    private final Clock clock;

    PatrolResource(
            Visits visits, Registered registered, ActivePolicy activePolicy, RecordRequests requests, Clock clock) {
        this.visits = visits;
        this.registered = registered;
        this.activePolicy = activePolicy;
        this.requests = requests;
        this.clock = clock;
    }

    /** Stores a visit and judges it; the same one again is answered alike. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> store(@Context HttpServerRequest http) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY).thenApplyAsync(this::store, Infrastructure.getDefaultWorkerPool());
    }

    private Response store(byte[] body) {
        Policy policy = activePolicy.current();
        try {
            Visit visit = FactInput.read(
                    Json.parser(body, 0, body.length),
                    policy.ruleset().words(),
                    clock.getZone(),
                    in -> VisitJson.read(in, registered));
            Visits.Recorded recorded = visits.record(visit, policy);
            return Answers.json(
                    Response.status(recorded.created() ? Response.Status.CREATED : Response.Status.OK)
                            .header(HttpHeaders.LOCATION, PATH + visit.id()),
                    out -> FindingJson.write(out, recorded, visit.at().day()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** One visit, its findings as they stand on a day. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        int asOf = Parameters.of(http, "asOf").dayOrToday("asOf", clock);
        Visits.Recorded found = visits.find(Parameters.requireId("id", id));
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Answers.json(Response.ok(), out -> FindingJson.write(out, found, asOf));
    }

    /** Visits by time, of one market or all, of one day or all. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "market", "day");
        String market = query.given().reference("market", registered::isMarket);
        String after = query.afterId();
        if (!after.isEmpty() && visits.find(after) == null) {
            throw PageQuery.badCursor();
        }
        return requests.page(
                visits.page(market, query.given().day("day"), after.isEmpty() ? null : after, query.limit()),
                FindingJson::write);
    }
}
