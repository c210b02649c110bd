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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.patrol.FindingState;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Page;
import org.anxin.visits.FindingJson;
import org.anxin.visits.Findings;
import org.anxin.visits.Rectifications;
import org.anxin.visits.Registered;
import org.anxin.visits.StoredFinding;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/patrol-findings}: what patrols found, and how it was rectified. */
@Path("/api/v1/patrol-findings")
public class PatrolFindingResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int MAX_BODY = 16 * 1024;
    private static final String AS_OF = "asOf";
    private static final String STATE = "state";

    private final Findings findings;
    private final Rectifications rectifications;
    private final Registered registered;
    private final ActivePolicy activePolicy;
    private final RecordRequests requests;
    private final Clock clock;

    PatrolFindingResource(
            Findings findings,
            Rectifications rectifications,
            Registered registered,
            ActivePolicy activePolicy,
            RecordRequests requests,
            Clock clock) {
        this.findings = findings;
        this.rectifications = rectifications;
        this.registered = registered;
        this.activePolicy = activePolicy;
        this.requests = requests;
        this.clock = clock;
    }

    /** Findings as they stand on a day, of one market or all, in one state or all. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "market", STATE, AS_OF);
        String market = query.given().reference("market", registered::isMarket);
        int asOf = query.given().dayOrToday(AS_OF, clock);
        FindingState state = state(query.given().text(STATE));
        Page<StoredFinding> page = findings.page(market, state, asOf, after(query.after()), query.limit());
        return requests.page(page, (out, finding) -> FindingJson.write(out, finding, asOf));
    }

    private static @Nullable FindingState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(FindingState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(STATE, ErrorCode.UNKNOWN_STATE));
    }

    private static long after(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        if (!NUMBER.matcher(cursor).matches()) {
            throw PageQuery.badCursor();
        }
        return Long.parseLong(cursor);
    }

    /** One finding as it stands on a day; 404 before it was made. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        int asOf = Parameters.of(http, AS_OF).dayOrToday(AS_OF, clock);
        StoredFinding finding = found(id);
        if (finding.found().day() > asOf) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Answers.json(Response.ok(), out -> FindingJson.write(out, finding.asOf(asOf), asOf));
    }

    private StoredFinding found(String id) throws SQLException {
        StoredFinding found = NUMBER.matcher(id).matches() ? findings.find(Long.parseLong(id)) : null;
        if (found == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return found;
    }

    /** Stores how it was rectified, with proof; the same again is answered alike. */
    @POST
    @Path("{id}/rectification")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> rectify(@PathParam("id") String id, @Context HttpServerRequest http) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY).thenApplyAsync(body -> rectify(id, body), Infrastructure.getDefaultWorkerPool());
    }

    private Response rectify(String id, byte[] body) {
        try {
            StoredFinding finding = found(id);
            StoredFinding.Rectification done = FactInput.read(
                    Json.parser(body, 0, body.length),
                    activePolicy.current().ruleset().words(),
                    clock.getZone(),
                    in -> FindingJson.readRectification(
                            in, registered, finding.found().micros()));
            Rectifications.Recorded recorded = rectifications.record(finding.no(), done);
            int asOf = done.at().day();
            return Answers.json(
                    Response.status(recorded.created() ? Response.Status.CREATED : Response.Status.OK),
                    out -> FindingJson.write(out, recorded.finding().asOf(asOf), asOf));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
