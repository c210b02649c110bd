package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.anxin.admission.Batch;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.desk.LotsColumn;
import org.anxin.desk.PassReason;
import org.anxin.desk.Passes;
import org.anxin.json.JsonOutput;

/** The pass of an admitted batch, and what it is worth at the gate. */
@Path("/api/v1")
public class PassResource {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString VALID_UNTIL = new SerializedString("validUntil");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final int SIZE = 1024;

    private final Passes passes;
    private final DeskRequests requests;
    private final String prefix;

    PassResource(Passes passes, DeskRequests requests, AnxinConfig config) {
        this.passes = passes;
        this.requests = requests;
        this.prefix = config.desk().passPrefix().orElse("");
    }

    /** The pass of a batch, to be shown at the gate. */
    @GET
    @Path("batches/{id}/pass")
    @Blocking
    public Response pass(@PathParam("id") String id, @Context RoutingContext routing) throws SQLException {
        Parameters query = Parameters.of(routing.request(), "format");
        PassFormat format = PassFormat.of(routing, query.text("format"));
        String code = passes.code(Parameters.requireId("id", id));
        if (code == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        byte[] body = switch (format) {
            case JSON -> JsonBytes.of(SIZE, out -> write(out, id, code));
            case PNG -> new QrCode(prefix + code).png();
            case SVG -> new QrCode(prefix + code).svg();
        };
        return answer(body, format.mediaType());
    }

    private void write(JsonGenerator out, String id, String code) throws IOException {
        out.writeStartObject();
        out.writeStringField("batchId", id);
        out.writeStringField("code", code);
        out.writeStringField("text", prefix + code);
        out.writeStringField("check", "/api/v1/passes/" + code);
        out.writeEndObject();
    }

    /** Whether a pass counts on a day. */
    @GET
    @Path("passes/{code}")
    @Blocking
    public Response worth(@PathParam("code") String code, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        int asOf = requests.asOf(Parameters.of(http, "asOf"));
        Passes.Worth worth = passes.worth(code, asOf, requests.policy());
        if (worth == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return answer(JsonBytes.of(SIZE, out -> write(out, worth)), MediaType.APPLICATION_JSON);
    }

    /** No more than the gate needs. */
    private static void write(JsonGenerator out, Passes.Worth worth) throws IOException {
        Batch facts = worth.batch().declared().facts();
        Operator operator = facts.operator();
        Goods goods = facts.goods();
        out.writeStartObject();
        out.writeBooleanField("valid", worth.valid());
        JsonOutput.day(out, AS_OF, worth.asOf());
        JsonOutput.day(out, VALID_UNTIL, worth.validUntil());
        out.writeArrayFieldStart("reasons");
        for (PassReason reason : worth.reasons()) {
            out.writeStartObject();
            out.writeStringField("code", reason.code());
            JsonOutput.bilingual(out, MESSAGE, reason.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("operatorId", operator == null ? null : operator.id());
        out.writeStringField("marketId", facts.marketId());
        out.writeStringField("goodsName", goods == null ? null : goods.name());
        out.writeFieldName("lots");
        LotsColumn.write(out, facts.lots());
        out.writeEndObject();
    }

    private static Response answer(byte[] body, String mediaType) {
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
