package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.anxin.impact.DifferenceKind;
import org.anxin.impact.Shadow;
import org.anxin.impact.ShadowCounts;
import org.anxin.impact.ShadowReport;
import org.jspecify.annotations.Nullable;

/** How a shadow run stands. */
final class ShadowAnswer {
    private static final int SIZE = 4 * 1024;

    private ShadowAnswer() {}

    /** As a document. */
    static byte[] of(ShadowReport report) {
        return JsonBytes.of(SIZE, out -> write(out, report));
    }

    private static void write(JsonGenerator out, ShadowReport report) throws IOException {
        Shadow shadow = report.shadow();
        out.writeStartObject();
        out.writeStringField("ruleset", shadow.ruleset());
        out.writeStringField("state", shadow.ended() == null ? "RUNNING" : "ENDED");
        out.writeNumberField("share", shadow.share());
        writeTime(out, "begunAt", shadow.begun());
        writeTime(out, "endedAt", shadow.ended());
        writeCounts(out, report.counts());
        out.writeArrayFieldStart("samples");
        for (String difference : report.differences()) {
            out.writeRawValue(difference);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeTime(JsonGenerator out, String name, @Nullable Instant time) throws IOException {
        out.writeStringField(name, time == null ? null : time.toString());
    }

    private static void writeCounts(JsonGenerator out, ShadowCounts counts) throws IOException {
        out.writeObjectFieldStart("people");
        out.writeNumberField("compared", counts.of(ShadowCounts.Count.PEOPLE_COMPARED));
        out.writeNumberField("different", counts.of(ShadowCounts.Count.PEOPLE_DIFFERENT));
        out.writeNumberField("failed", counts.of(ShadowCounts.Count.PEOPLE_FAILED));
        out.writeEndObject();
        out.writeObjectFieldStart("batches");
        out.writeNumberField("compared", counts.of(ShadowCounts.Count.BATCHES_COMPARED));
        out.writeNumberField("different", counts.of(ShadowCounts.Count.BATCHES_DIFFERENT));
        out.writeNumberField("failed", counts.of(ShadowCounts.Count.BATCHES_FAILED));
        out.writeEndObject();
        out.writeNumberField("skipped", counts.of(ShadowCounts.Count.SKIPPED));
        out.writeObjectFieldStart("differences");
        for (DifferenceKind kind : DifferenceKind.values()) {
            out.writeNumberField(kind.name(), counts.of(kind));
        }
        out.writeEndObject();
    }
}
