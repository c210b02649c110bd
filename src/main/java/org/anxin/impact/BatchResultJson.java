package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.anxin.admission.Outcome;
import org.anxin.json.JsonOutput;

/** Writes what came out of a preview about stored batches. */
final class BatchResultJson {
    private static final SerializableString DATE = new SerializedString("date");

    private final JsonGenerator out;

    private BatchResultJson(JsonGenerator out) {
        this.out = out;
    }

    /** As a JSON object. */
    static void write(JsonGenerator out, ImpactQuestion question, BatchResult result) throws IOException {
        new BatchResultJson(out).write(question, result);
    }

    private void write(ImpactQuestion question, BatchResult result) throws IOException {
        out.writeStartObject();
        out.writeNumberField(
                "batches",
                result.days().stream().mapToInt(day -> day.total().batches()).sum());
        out.writeNumberField("changed", result.changed());
        out.writeNumberField("listed", result.listed());
        out.writeNumberField("unlisted", result.changed() - result.listed());
        out.writeArrayFieldStart("days");
        for (int i = 0; i < result.days().size(); i++) {
            write(question.from() + i, result.days().get(i));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(int day, BatchTally tally) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, DATE, day);
        write(tally.total());
        out.writeArrayFieldStart("markets");
        for (Map.Entry<String, BatchTally.Counts> market : tally.markets().entrySet()) {
            out.writeStartObject();
            out.writeStringField("marketId", market.getKey());
            write(market.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeSamples(tally);
        out.writeEndObject();
    }

    private void write(BatchTally.Counts counts) throws IOException {
        out.writeNumberField("batches", counts.batches());
        write("before", counts::before);
        write("after", counts::after);
        out.writeObjectFieldStart("counts");
        for (BatchChange change : BatchChange.values()) {
            out.writeNumberField(change.name(), counts.changed(change));
        }
        out.writeEndObject();
    }

    private void write(String name, ToIntFunction<Outcome> counts) throws IOException {
        out.writeObjectFieldStart(name);
        for (Outcome outcome : Outcome.values()) {
            out.writeNumberField(outcome.name(), counts.applyAsInt(outcome));
        }
        out.writeEndObject();
    }

    private void writeSamples(BatchTally tally) throws IOException {
        out.writeArrayFieldStart("samples");
        for (BatchChange change : BatchChange.values()) {
            List<ChangedBatch> batches = tally.samples(change);
            if (!batches.isEmpty()) {
                out.writeStartObject();
                out.writeStringField("change", change.name());
                out.writeArrayFieldStart("batches");
                for (ChangedBatch batch : batches) {
                    ChangedBatchJson.write(out, batch);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }
}
