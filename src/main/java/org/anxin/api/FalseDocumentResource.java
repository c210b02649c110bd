package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.anxin.desk.FalseDocument;
import org.anxin.desk.FalseDocuments;
import org.anxin.security.Caller;

/** {@code /api/v1/false-documents}: documents found false, under which nothing may be sold. */
@Path("/api/v1/false-documents")
public class FalseDocumentResource {
    private static final String NO = "no";
    private static final int SIZE = 512;

    private final FalseDocuments register;
    private final AdmissionRequests requests;

    FalseDocumentResource(FalseDocuments register, AdmissionRequests requests) {
        this.register = register;
        this.requests = requests;
    }

    /** Puts a document on record as false and recalls what was admitted under it. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> find(@Context HttpServerRequest http) {
        Parameters.of(http);
        return requests.receive(http, body -> {
            FalseDocumentRequest found = requests.read(body, requests.policy(), FalseDocumentRequest::read);
            FalseDocuments.Done done = register.find(
                    found.type(),
                    found.number(),
                    found.reason(),
                    Caller.current().actor());
            Response answer = AdmissionRequests.json(done.changed() ? 201 : 200, document(done.document()));
            return done.changed()
                    ? Response.fromResponse(answer)
                            .header(
                                    HttpHeaders.LOCATION,
                                    "/api/v1/false-documents/" + done.document().no())
                            .build()
                    : answer;
        });
    }

    /** Withdraws an entry that was an error. */
    @POST
    @Path("{no}/withdrawal")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> withdraw(@PathParam(NO) String no, @Context HttpServerRequest http) {
        int entry = number(no);
        Parameters.of(http);
        return requests.receive(http, body -> {
            String reason = requests.read(body, requests.policy(), FalseDocumentRequest::reason);
            return AdmissionRequests.json(
                    200,
                    document(register.withdraw(entry, reason, Caller.current().actor())
                            .document()));
        });
    }

    /** One entry. */
    @GET
    @Path("{no}")
    @Blocking
    public Response get(@PathParam(NO) String no, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        FalseDocument entry = register.entry(number(no));
        if (entry == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return AdmissionRequests.json(200, document(entry));
    }

    /** Entries, the newest first. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) throws SQLException {
        PageQuery query = PageQuery.of(http);
        if (!query.after().isEmpty() && !query.after().matches("[1-9][0-9]{0,8}")) {
            throw PageQuery.badCursor();
        }
        int before = query.after().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(query.after());
        List<FalseDocument> found = register.latest(before, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<FalseDocument> shown = more ? found.subList(0, query.limit()) : found;
        return AdmissionRequests.json(200, JsonBytes.of(SIZE, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (FalseDocument entry : shown) {
                write(out, entry);
            }
            out.writeEndArray();
            out.writeStringField(
                    "next", more ? Integer.toString(shown.get(shown.size() - 1).no()) : null);
            out.writeEndObject();
        }));
    }

    private static int number(String no) {
        if (!no.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Integer.parseInt(no);
    }

    private static byte[] document(FalseDocument entry) {
        return JsonBytes.of(SIZE, out -> write(out, entry));
    }

    private static void write(JsonGenerator out, FalseDocument entry) throws IOException {
        FalseDocument.Withdrawal withdrawal = entry.withdrawal();
        out.writeStartObject();
        out.writeNumberField("no", entry.no());
        out.writeStringField("type", entry.type());
        out.writeStringField("number", entry.number());
        out.writeStringField("reason", entry.reason());
        BatchAnswer.writeWho(out, "found", entry.found().toString(), entry.foundBy());
        if (withdrawal == null) {
            out.writeNullField("withdrawal");
        } else {
            out.writeObjectFieldStart("withdrawal");
            out.writeStringField("reason", withdrawal.reason());
            BatchAnswer.writeWho(out, "withdrawn", withdrawal.withdrawn().toString(), withdrawal.withdrawnBy());
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
