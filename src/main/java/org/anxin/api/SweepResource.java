package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.policy.ActivePolicy;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepReports;
import org.anxin.sweep.Sweeping;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/sweeps}: everybody decided for a day (SPEC section 7). */
@Path("/api/v1/sweeps")
public class SweepResource {
    private static final int MAX_BODY = 4 * 1024;
    private static final int SIZE = 4 * 1024;

    private final Sweeping sweeping;
    private final Sweeps sweeps;
    private final SweepReports reports;
    private final ActivePolicy activePolicy;
    private final ZoneId zone;
    private final Clock clock;

    SweepResource(
            Sweeping sweeping,
            Sweeps sweeps,
            SweepReports reports,
            ActivePolicy activePolicy,
            AnxinConfig config,
            Clock clock) {
        this.sweeping = sweeping;
        this.sweeps = sweeps;
        this.reports = reports;
        this.activePolicy = activePolicy;
        this.zone = config.zone();
        this.clock = clock;
    }

    /** Asks for a run; the one that is running for that day, if there is one. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> request(@Context HttpServerRequest http) {
        Body.check(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Body.of(http, MAX_BODY).thenApplyAsync(this::request, Infrastructure.getDefaultWorkerPool());
    }

    private Response request(byte[] body) {
        SweepRequest request = read(body);
        int asOf = request.asOf() == Days.NONE ? (int) LocalDate.now(clock).toEpochDay() : request.asOf();
        try {
            Sweep sweep = sweeping.request(asOf, request.knownAt());
            return Response.accepted(report(sweep))
                    .type(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.LOCATION, "/api/v1/sweeps/" + sweep.id())
                    .build();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private SweepRequest read(byte[] body) {
        try {
            return FactInput.read(
                    Json.parser(body, 0, body.length),
                    activePolicy.current().ruleset().words(),
                    zone,
                    SweepRequest::read);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** How a run stands. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return answer(report(found(id)));
    }

    private Sweep found(String id) throws SQLException {
        @Nullable Sweep sweep = sweeps.find(id);
        if (sweep == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return sweep;
    }

    private byte[] report(Sweep sweep) throws SQLException {
        var report = reports.of(sweep);
        return JsonBytes.of(SIZE, out -> SweepAnswer.write(out, report));
    }

    /** Runs, the newest first. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http);
        List<Sweep> page = sweeps.latest(before(query.after()), query.limit() + 1);
        boolean more = page.size() > query.limit();
        List<Sweep> shown = more ? page.subList(0, query.limit()) : page;
        String next = more ? shown.get(shown.size() - 1).id() : null;
        return answer(JsonBytes.of(SIZE, out -> write(out, shown, next)));
    }

    private int before(String id) throws SQLException {
        if (id.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        @Nullable Sweep last = sweeps.find(id);
        if (last == null) {
            throw PageQuery.badCursor();
        }
        return last.no();
    }

    private static void write(JsonGenerator out, List<Sweep> page, @Nullable String next) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        for (Sweep sweep : page) {
            SweepAnswer.write(out, sweep);
        }
        out.writeEndArray();
        out.writeStringField("next", next);
        out.writeEndObject();
    }

    private static Response answer(byte[] body) {
        return Response.ok(body)
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
