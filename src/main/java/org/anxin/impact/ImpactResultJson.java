package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.json.Json;
import org.anxin.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes what came out of a preview, as it is stored and answered. */
final class ImpactResultJson {
    private static final SerializableString DATE = new SerializedString("date");
    private static final int[] NOBODY = new int[ImpactQuestion.MOST_DAYS];

    private final ImpactQuestion question;
    private final JsonGenerator out;

    private ImpactResultJson(ImpactQuestion question, JsonGenerator out) {
        this.question = question;
        this.out = out;
    }

    /** As a JSON object. */
    static String of(ImpactResult result, BatchResult batches) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            new ImpactResultJson(result.question(), out).write(result, batches);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private void write(ImpactResult result, BatchResult batches) throws IOException {
        out.writeStartObject();
        out.writeNumberField("people", result.people());
        out.writeNumberField("changed", result.changed());
        out.writeNumberField("listed", result.listed());
        out.writeNumberField("unlisted", result.unlisted());
        out.writeArrayFieldStart("days");
        for (int i = 0; i < result.days().size(); i++) {
            write(question.from() + i, result.days().get(i));
        }
        out.writeEndArray();
        writeDemand(result.demand());
        out.writeFieldName("batches");
        BatchResultJson.write(out, question, batches);
        out.writeEndObject();
    }

    private void write(int day, Tally tally) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, DATE, day);
        writeCounts(tally.total());
        writeCategories(tally.categories());
        out.writeArrayFieldStart("markets");
        for (Map.Entry<String, Tally.Market> market : tally.markets().entrySet()) {
            out.writeStartObject();
            out.writeStringField("marketId", market.getKey());
            writeCounts(market.getValue().total());
            writeCategories(market.getValue().categories());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeSamples(tally);
        out.writeEndObject();
    }

    /** Every kind, so that nobody has to guess what a missing one means. */
    private void writeCounts(int[] counts) throws IOException {
        out.writeObjectFieldStart("counts");
        for (Change kind : Change.values()) {
            out.writeNumberField(kind.name(), counts[kind.place()]);
        }
        out.writeEndObject();
    }

    private void writeCategories(SortedMap<String, int[]> categories) throws IOException {
        out.writeArrayFieldStart("categories");
        for (Map.Entry<String, int[]> category : categories.entrySet()) {
            out.writeStartObject();
            out.writeStringField("category", category.getKey());
            writeCounts(category.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeSamples(Tally tally) throws IOException {
        out.writeArrayFieldStart("samples");
        for (Change kind : Change.values()) {
            List<ChangedPerson> people = tally.samples(kind);
            if (!people.isEmpty()) {
                out.writeStartObject();
                out.writeStringField("change", kind.name());
                out.writeArrayFieldStart("people");
                for (ChangedPerson person : people) {
                    ChangedPersonJson.write(out, person);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    /** Markets at which it stays the same are left out. */
    private void writeDemand(DemandChange demand) throws IOException {
        Forecast before = demand.before();
        Forecast after = demand.after();
        out.writeObjectFieldStart("demand");
        writeDays("total", before.total(), after.total());
        out.writeArrayFieldStart("markets");
        SortedSet<String> ids = new TreeSet<>(before.markets().keySet());
        ids.addAll(after.markets().keySet());
        for (String id : ids) {
            writeMarket(id, before.markets().get(id), after.markets().get(id));
        }
        out.writeEndArray();
        out.writeNumberField("undecidedBefore", before.undecided());
        out.writeNumberField("undecidedAfter", after.undecided());
        out.writeEndObject();
    }

    private void writeMarket(String id, int @Nullable [] before, int @Nullable [] after) throws IOException {
        int[] was = before == null ? NOBODY : before;
        int[] is = after == null ? NOBODY : after;
        if (!Arrays.equals(was, 0, question.days(), is, 0, question.days())) {
            out.writeStartObject();
            out.writeStringField("marketId", id);
            writeDays("days", was, is);
            out.writeEndObject();
        }
    }

    private void writeDays(String name, int[] before, int[] after) throws IOException {
        out.writeArrayFieldStart(name);
        for (int i = 0; i < question.days(); i++) {
            out.writeStartObject();
            JsonOutput.day(out, DATE, question.from() + i);
            out.writeNumberField("before", before[i]);
            out.writeNumberField("after", after[i]);
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
