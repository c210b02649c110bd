package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
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

/** {@code /api/v1/passes}: what a pass is worth at the gate. */
@Path("/api/v1/passes")
public class GateResource {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString VALID_UNTIL = new SerializedString("validUntil");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final int SIZE = 1024;

    private final Passes passes;
    private final AdmissionRequests requests;

    GateResource(Passes passes, AdmissionRequests requests) {
        this.passes = passes;
        this.requests = requests;
    }

    /** Whether a pass counts on a day. */
    @GET
    @Path("{code}")
    @Blocking
    public Response worth(@PathParam("code") String code, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        int asOf = requests.asOf(Parameters.of(http, "asOf"));
        Passes.Worth worth = passes.worth(code, asOf, requests.policy());
        if (worth == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return PassResource.answer(JsonBytes.of(SIZE, out -> write(out, worth)), MediaType.APPLICATION_JSON);
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
}
