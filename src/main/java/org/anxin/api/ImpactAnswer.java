package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactFailure;
import org.anxin.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** How a preview stands, and what came out of it. */
final class ImpactAnswer {
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString TO = new SerializedString("to");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final int SIZE = 1024;

    private ImpactAnswer() {}

    /** As a document. */
    static byte[] of(Impact impact) {
        String result = impact.result();
        return JsonBytes.of(SIZE + (result == null ? 0 : result.length()), out -> write(out, impact));
    }

    private static void write(JsonGenerator out, Impact impact) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", impact.id());
        out.writeStringField("ruleset", impact.question().ruleset());
        out.writeStringField("against", impact.question().against());
        JsonOutput.day(out, FROM, impact.question().from());
        JsonOutput.day(out, TO, impact.question().to());
        out.writeStringField("state", impact.state().name());
        writeFailure(out, impact.failure());
        writeTime(out, "requestedAt", impact.requested());
        writeTime(out, "begunAt", impact.begun());
        writeTime(out, "endedAt", impact.ended());
        out.writeObjectFieldStart("progress");
        out.writeNumberField("done", impact.done());
        out.writeNumberField("total", impact.total());
        out.writeEndObject();
        out.writeFieldName("result");
        out.writeRawValue(impact.result() == null ? "null" : impact.result());
        out.writeEndObject();
    }

    private static void writeFailure(JsonGenerator out, @Nullable ImpactFailure failure) throws IOException {
        if (failure == null) {
            out.writeNullField("failure");
        } else {
            out.writeObjectFieldStart("failure");
            out.writeStringField("code", failure.name());
            JsonOutput.bilingual(out, MESSAGE, failure.message());
            out.writeEndObject();
        }
    }

    private static void writeTime(JsonGenerator out, String name, @Nullable Instant time) throws IOException {
        out.writeStringField(name, time == null ? null : time.toString());
    }
}
