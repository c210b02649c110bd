package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.anxin.admission.Batch;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.BatchState;
import org.anxin.desk.DeskConfig;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredBatches;
import org.anxin.json.ErrorCode;
import org.anxin.registry.Markets;
import org.anxin.registry.Operators;
import org.anxin.registry.Page;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/batches}: declarations at the admission desk, and the decisions about them. */
@Path("/api/v1/batches")
public class BatchResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String ID = "id";
    private static final Bilingual STATES =
            new Bilingual("ADMITTED、REVIEW、REJECTED 或 RECALLED", "ADMITTED, REVIEW, REJECTED or RECALLED");

    private final AdmissionDesk desk;
    private final StoredBatches batches;
    private final AdmissionRequests requests;
    private final RecordRequests pages;
    private final Operators operators;
    private final Markets markets;
    private final Semaphore streams;

    BatchResource(
            AdmissionDesk desk,
            StoredBatches batches,
            AdmissionRequests requests,
            RecordRequests pages,
            Operators operators,
            Markets markets,
            DeskConfig config) {
        this.desk = desk;
        this.batches = batches;
        this.requests = requests;
        this.pages = pages;
        this.operators = operators;
        this.markets = markets;
        this.streams = new Semaphore(config.maxStreams());
    }

    /** Takes a declaration and decides it. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> declare(@Context HttpServerRequest http) {
        AdmissionDesk.Deciding deciding = requests.deciding(Parameters.of(http, "asOf"));
        return requests.receive(http, body -> {
            Batch batch = requests.read(body, deciding.policy(), requests.declarations()::read);
            AdmissionDesk.Done done = desk.declare(batch, deciding);
            return AdmissionRequests.written(done.batch(), done.changed());
        });
    }

    /** Takes declarations line by line. */
    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public Response declareLines(InputStream body, @Context RoutingContext routing) {
        HttpServerRequest http = routing.request();
        Body.check(http);
        Acceptance.check(http, NDJSON);
        AdmissionDesk.Deciding deciding = requests.deciding(Parameters.of(http, "asOf"));
        if (!streams.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        routing.addEndHandler(end -> streams.release());
        DeclaredLines lines = new DeclaredLines(desk, requests.declarations(), deciding, requests.zone());
        StreamingOutput answers = out -> {
            try {
                lines.answer(body, out);
            } catch (IOException e) {
                // The answer must not end properly, as if every line had been taken.
                http.connection().close();
            }
        };
        return Response.ok(answers).build();
    }

    /** Batches by id. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http, "state", "market", "operator");
        Parameters given = query.given();
        StoredBatches.Wanted wanted = new StoredBatches.Wanted(
                state(given.text("state")),
                given.reference("market", markets::has),
                given.reference("operator", operators::has),
                query.afterId(),
                query.limit() + 1);
        List<StoredBatch> found = batches.page(wanted);
        boolean more = found.size() > query.limit();
        List<StoredBatch> shown = more ? found.subList(0, query.limit()) : found;
        String next = more ? shown.get(shown.size() - 1).id() : null;
        return pages.page(new Page<>(shown, next), BatchAnswer::write);
    }

    private static @Nullable BatchState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (BatchState state : BatchState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw ProblemException.parameter("state", ErrorCode.WRONG_TYPE, STATES);
    }

    /** One batch. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        StoredBatch batch = batches.find(Parameters.requireId(ID, id));
        if (batch == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return AdmissionRequests.found(http, batch);
    }
}
