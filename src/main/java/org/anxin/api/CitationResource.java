package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.anxin.desk.Citation;
import org.anxin.desk.Citations;
import org.anxin.json.ErrorCode;
import org.anxin.json.JsonOutput;
import org.anxin.rulebook.Words;
import org.anxin.table.CsvBytes;
import org.anxin.table.Table;
import org.anxin.table.XlsxBytes;
import org.anxin.text.CommonForm;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/citations}: which batches present a document, or did: whose goods, where and since when. */
@Path("/api/v1/citations")
public class CitationResource {
    private static final SerializableString DECLARED_ON = new SerializedString("declaredOn");
    private static final SerializableString ARRIVES_ON = new SerializedString("arrivesOn");
    private static final SerializableString ADMITTED_FROM = new SerializedString("admittedFrom");
    private static final int SIZE = 2048;

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("batch_id", "批次编号", "Batch"),
            Table.Column.of("operator_id", "经营户编号", "Operator"),
            Table.Column.of("market_id", "市场编号", "Market"),
            Table.Column.of("declared_on", "申报日期", "Declared on"),
            Table.Column.of("arrives_on", "到货日期", "Arrives on"),
            Table.Column.of("admitted_from", "准入起始日", "Admitted from"),
            Table.Column.of("state", "状态", "State"),
            Table.Column.of("current", "现仍提交", "Still presented"));

    private final Citations citations;
    private final AdmissionRequests requests;

    CitationResource(Citations citations, AdmissionRequests requests) {
        this.citations = citations;
        this.requests = requests;
    }

    /** All of them, by id. */
    @GET
    @Blocking
    public Response list(@Context RoutingContext routing) throws SQLException {
        Parameters query = Parameters.of(routing.request(), "type", "number", "format");
        TableFormat format = TableFormat.of(routing, query.text("format"));
        String type = type(query.text("type"), requests.policy().ruleset().words());
        String number = query.text("number");
        if (CommonForm.blank(number) || number == null) {
            throw ProblemException.parameter("number", ErrorCode.REQUIRED);
        }
        List<Citation> all = citations.of(type, number);
        Response.ResponseBuilder answer = Response.ok(bytes(all, format))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (format != TableFormat.JSON) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, table(all).disposition(format.ending()));
        }
        return answer.build();
    }

    private static String type(@Nullable String type, Words words) {
        if (type == null) {
            throw ProblemException.parameter("type", ErrorCode.REQUIRED);
        }
        if (words.find("document", type) == null) {
            throw ProblemException.parameter("type", ErrorCode.UNDECLARED_WORD, "");
        }
        return type;
    }

    private static byte[] bytes(List<Citation> all, TableFormat format) {
        return switch (format) {
            case JSON -> JsonBytes.of(SIZE, out -> write(out, all));
            case CSV -> CsvBytes.of(table(all));
            case XLSX -> XlsxBytes.of(table(all));
        };
    }

    private static void write(JsonGenerator out, List<Citation> all) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("batches");
        for (Citation citation : all) {
            out.writeStartObject();
            out.writeStringField("batchId", citation.batchId());
            out.writeStringField("operatorId", citation.operatorId());
            out.writeStringField("marketId", citation.marketId());
            JsonOutput.day(out, DECLARED_ON, citation.declaredOn());
            JsonOutput.day(out, ARRIVES_ON, citation.arrivesOn());
            JsonOutput.day(out, ADMITTED_FROM, citation.admittedFrom());
            out.writeStringField("state", citation.state().name());
            out.writeBooleanField("current", citation.current());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static Table table(List<Citation> all) {
        return new Table(
                "citations",
                "引用批次 citations",
                COLUMNS,
                all.stream().map(CitationResource::row).toList());
    }

    private static List<Object> row(Citation citation) {
        return List.of(
                citation.batchId(),
                citation.operatorId(),
                citation.marketId(),
                day(citation.declaredOn()),
                day(citation.arrivesOn()),
                day(citation.admittedFrom()),
                citation.state().name(),
                Boolean.toString(citation.current()));
    }

    private static String day(int day) {
        return day == Days.NONE ? "" : Days.text(day);
    }
}
