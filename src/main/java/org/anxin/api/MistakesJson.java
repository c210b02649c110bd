package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.rulebook.Fix;
import org.anxin.rulebook.Mistake;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Writes what is wrong in rule files, as a member of a problem. */
final class MistakesJson {
    private MistakesJson() {}

    static void writeProblem(JsonGenerator out, Problem problem, List<Mistake> mistakes) throws IOException {
        out.writeStartObject();
        problem.writeKind(out);
        out.writeArrayFieldStart("mistakes");
        for (Mistake mistake : mistakes) {
            write(out, mistake);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Mistake mistake) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", mistake.code());
        out.writeStringField("severity", mistake.severity().name());
        out.writeStringField("file", mistake.at().file());
        out.writeNumberField("line", mistake.at().line());
        out.writeNumberField("column", mistake.at().column());
        write(out, "message", mistake.cause());
        write(out, "remedy", mistake.remedy());
        out.writeFieldName("fix");
        write(out, mistake.fix());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, @Nullable Fix fix) throws IOException {
        if (fix == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("file", fix.at().file());
        out.writeNumberField("line", fix.at().line());
        out.writeNumberField("column", fix.at().column());
        out.writeNumberField("length", fix.length());
        out.writeStringField("text", fix.text());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, Bilingual text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("zh", text.zh());
        out.writeStringField("en", text.en());
        out.writeEndObject();
    }
}
