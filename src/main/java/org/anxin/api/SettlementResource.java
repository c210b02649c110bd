package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.anxin.desk.AdmissionDesk;
import org.anxin.security.Caller;

/** {@code POST /api/v1/batches/{id}/settlement}: a person decides what the rules leave to a person. */
@Path("/api/v1/batches/{id}/settlement")
public class SettlementResource {
    private static final String ID = "id";

    private final AdmissionDesk desk;
    private final AdmissionRequests requests;

    SettlementResource(AdmissionDesk desk, AdmissionRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** Settles a decision that was left to a person. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> settle(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String batchId = Parameters.requireId(ID, id);
        Parameters.of(http);
        return requests.receive(http, body -> {
            VerdictRequest said = requests.read(body, requests.policy(), VerdictRequest::read);
            AdmissionDesk.Verdict verdict = new AdmissionDesk.Verdict(
                    said.decision(),
                    said.outcome(),
                    said.reason(),
                    Caller.current().actor());
            return AdmissionRequests.written(
                    desk.settle(batchId, verdict, AdmissionRequests.guard(http)).batch(), false);
        });
    }
}
