package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.anxin.desk.DeskConfig;
import org.anxin.desk.Passes;
import org.anxin.desk.QrCode;

/** {@code /api/v1/batches/{id}/pass}: the pass of an admitted batch, as a code or a QR code. */
@Path("/api/v1/batches/{id}/pass")
public class PassResource {
    private static final int SIZE = 1024;

    private final Passes passes;
    private final String prefix;

    PassResource(Passes passes, DeskConfig config) {
        this.passes = passes;
        this.prefix = config.passPrefix().orElse("");
    }

    /** The pass of a batch, to be shown at the gate. */
    @GET
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

    /** Codes are secrets, and what they are worth changes. */
    static Response answer(byte[] body, String mediaType) {
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
