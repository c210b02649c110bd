package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredBatches;

/** {@code /api/v1/batches/{id}/decisions}: what was decided about a batch, and deciding it again. */
@Path("/api/v1/batches/{id}/decisions")
public class BatchDecisionResource {
    private static final String ID = "id";
    private static final int SIZE = 4 * 1024;

    private final AdmissionDesk desk;
    private final StoredBatches batches;
    private final AdmissionRequests requests;

    BatchDecisionResource(AdmissionDesk desk, StoredBatches batches, AdmissionRequests requests) {
        this.desk = desk;
        this.batches = batches;
        this.requests = requests;
    }

    /** All decisions about a batch. */
    @GET
    @Blocking
    public Response decisions(@PathParam(ID) String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        List<MadeDecision> all = batches.decisions(Parameters.requireId(ID, id));
        if (all == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return AdmissionRequests.json(200, JsonBytes.of(SIZE, out -> {
            out.writeStartObject();
            out.writeStringField("batchId", id);
            out.writeArrayFieldStart("decisions");
            for (MadeDecision decision : all) {
                BatchAnswer.write(out, decision);
            }
            out.writeEndArray();
            out.writeEndObject();
        }));
    }

    /** Decides a batch again, by what is known now. */
    @POST
    @Blocking
    public Response decideAgain(@PathParam(ID) String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        AdmissionDesk.Deciding deciding = requests.deciding(Parameters.of(http, "asOf"));
        StoredBatch batch = desk.decideAgain(Parameters.requireId(ID, id), deciding, AdmissionRequests.guard(http));
        return AdmissionRequests.written(batch, false);
    }
}
