package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.registry.imports.Rejected;
import org.anxin.registry.imports.Report;

/** Writes what became of the rows of an import (SPEC section 7). */
final class ReportJson {
    private static final int SIZE = 512;

    private ReportJson() {}

    /** The report as a document. */
    static byte[] of(Report report) {
        return JsonBytes.of(SIZE, out -> write(out, report));
    }

    private static void write(JsonGenerator out, Report report) throws IOException {
        out.writeStartObject();
        out.writeNumberField("accepted", report.accepted());
        out.writeNumberField("unchanged", report.unchanged());
        writeRows(out, "rejected", report.rejected());
        out.writeNumberField("more", report.more());
        out.writeEndObject();
    }

    /** Writes the problem of a file that could not be read. */
    static void writeProblem(JsonGenerator out, Problem problem, List<Rejected> mistakes) throws IOException {
        out.writeStartObject();
        problem.writeKind(out);
        writeRows(out, "errors", mistakes);
        out.writeEndObject();
    }

    private static void writeRows(JsonGenerator out, String name, List<Rejected> rows) throws IOException {
        out.writeArrayFieldStart(name);
        for (Rejected row : rows) {
            out.writeStartObject();
            out.writeNumberField("line", row.line());
            out.writeStringField("column", row.column());
            out.writeStringField("code", row.code().name());
            out.writeObjectFieldStart("message");
            out.writeStringField("zh", row.message().zh());
            out.writeStringField("en", row.message().en());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
