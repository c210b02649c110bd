package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.anxin.json.JsonOutput;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepFailure;
import org.anxin.sweep.SweepReport;
import org.anxin.testing.Status;
import org.jspecify.annotations.Nullable;

/** A run as SPEC section 7 shows it. */
final class SweepAnswer {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString MESSAGE = new SerializedString("message");

    private SweepAnswer() {}

    /** With everything. */
    static void write(JsonGenerator out, SweepReport report) throws IOException {
        out.writeStartObject();
        writeRun(out, report.sweep());
        out.writeNumberField("registered", report.registered());
        out.writeNumberField("evaluated", report.evaluated());
        writeByStatus(out, report.byStatus());
        writeErrors(out, report);
        writeProgress(out, report);
        writeMarkets(out, report);
        out.writeEndObject();
    }

    /** In a list of runs. */
    static void write(JsonGenerator out, Sweep run) throws IOException {
        out.writeStartObject();
        writeRun(out, run);
        out.writeEndObject();
    }

    private static void writeRun(JsonGenerator out, Sweep run) throws IOException {
        out.writeStringField("id", run.id());
        JsonOutput.day(out, AS_OF, run.asOf());
        writeTime(out, "knownAt", run.knownAt());
        out.writeBooleanField("nightly", run.nightly());
        out.writeStringField("ruleset", run.ruleset());
        out.writeStringField("state", run.state().name());
        SweepFailure failure = run.failure();
        if (failure == null) {
            out.writeNullField("failure");
        } else {
            out.writeObjectFieldStart("failure");
            out.writeStringField("code", failure.name());
            JsonOutput.bilingual(out, MESSAGE, failure.message());
            out.writeEndObject();
        }
        writeTime(out, "requestedAt", run.requested());
        writeTime(out, "begunAt", run.begun());
        writeTime(out, "endedAt", run.ended());
    }

    private static void writeTime(JsonGenerator out, String name, @Nullable Instant time) throws IOException {
        out.writeStringField(name, time == null ? null : time.toString());
    }

    /** Every status, so that nobody has to guess what a missing one means. */
    private static void writeByStatus(JsonGenerator out, Map<String, Integer> byStatus) throws IOException {
        out.writeObjectFieldStart("byStatus");
        for (Status status : Status.values()) {
            out.writeNumberField(status.name(), byStatus.getOrDefault(status.name(), 0));
        }
        out.writeEndObject();
    }

    private static void writeErrors(JsonGenerator out, SweepReport report) throws IOException {
        out.writeArrayFieldStart("errors");
        for (SweepReport.Undecided one : report.errors()) {
            out.writeStartObject();
            out.writeStringField("personId", one.personId());
            out.writeStringField("code", one.code());
            JsonOutput.bilingual(out, MESSAGE, one.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more", report.errorCount() - report.errors().size());
    }

    private static void writeProgress(JsonGenerator out, SweepReport report) throws IOException {
        out.writeObjectFieldStart("progress");
        out.writeNumberField("shardsDone", report.shardsDone());
        out.writeNumberField("shards", report.shards());
        writeTime(out, "estimatedEndAt", report.estimatedEnd());
        out.writeEndObject();
    }

    private static void writeMarkets(JsonGenerator out, SweepReport report) throws IOException {
        out.writeArrayFieldStart("markets");
        for (SweepReport.Market market : report.markets()) {
            out.writeStartObject();
            out.writeStringField("marketId", market.marketId());
            out.writeNumberField("registered", market.registered());
            out.writeNumberField("evaluated", market.evaluated());
            out.writeNumberField("errors", market.errors());
            out.writeNumberField("warned", market.warned());
            out.writeNumberField("suspended", market.suspended());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
