package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.json.Json;
import org.anxin.json.JsonOutput;
import org.anxin.testing.Note;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.jspecify.annotations.Nullable;

/**
 * Writes a difference as it is kept: what tells the two decisions apart and where to find the facts again, and nothing else
 * of what the caller sent: no numbers of documents or lots.
 */
final class DifferenceJson {
    private static final SerializableString AS_OF = new SerializedString("asOf");
    private static final SerializableString DUE_ON = new SerializedString("dueOn");
    private static final SerializableString SINCE = new SerializedString("since");
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString TO = new SerializedString("to");
    private static final SerializableString LAST_COUNTED = new SerializedString("lastCounted");

    /** Obligations or findings of one decision; more are counted. */
    private static final int MOST = 20;

    private final JsonGenerator out;

    private DifferenceJson(JsonGenerator out) {
        this.out = out;
    }

    /** As a JSON object. */
    static String of(Difference difference) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            new DifferenceJson(out).write(difference);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private void write(Difference difference) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, AS_OF, difference.asOf());
        out.writeStringField("ruleset", difference.ruleset());
        out.writeArrayFieldStart("differences");
        for (DifferenceKind kind : difference.kinds()) {
            out.writeString(kind.name());
        }
        out.writeEndArray();
        if (difference.content() instanceof Difference.OfPerson person) {
            out.writeStringField("personId", person.answered().personId());
            write("answered", person.answered());
            write("shadow", person.shadow());
        } else if (difference.content() instanceof Difference.OfBatch batch) {
            out.writeStringField("batchId", batch.answered().batchId());
            write("answered", batch.answered());
            write("shadow", batch.shadow());
        }
        out.writeEndObject();
    }

    private void write(String name, @Nullable PersonDecision decision) throws IOException {
        if (decision == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeStringField("status", decision.status().name());
        JsonOutput.day(out, DUE_ON, decision.dueOn());
        out.writeStringField("action", decision.action().name());
        List<Obligation> obligations = decision.obligations();
        out.writeArrayFieldStart("obligations");
        for (Obligation obligation : obligations.subList(0, Math.min(MOST, obligations.size()))) {
            write(obligation);
        }
        out.writeEndArray();
        out.writeNumberField("more", Math.max(0, obligations.size() - MOST));
        out.writeArrayFieldStart("notes");
        for (Note note : decision.notes()) {
            out.writeString(note.code());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(Obligation obligation) throws IOException {
        out.writeStartObject();
        out.writeStringField("rule", obligation.duty().rule().id());
        out.writeStringField("marketId", obligation.assignment().marketId());
        out.writeStringField("category", obligation.assignment().category());
        JsonOutput.day(out, SINCE, obligation.assignment().from());
        JsonOutput.day(out, FROM, obligation.from());
        JsonOutput.day(out, TO, obligation.to());
        JsonOutput.day(out, LAST_COUNTED, obligation.lastCounted());
        JsonOutput.day(out, DUE_ON, obligation.dueOn());
        out.writeStringField("status", obligation.status().name());
        out.writeEndObject();
    }

    private void write(String name, @Nullable BatchDecision decision) throws IOException {
        if (decision == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeStringField("outcome", decision.outcome().name());
        List<Finding> findings = decision.findings();
        out.writeArrayFieldStart("findings");
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            out.writeStartObject();
            out.writeStringField("code", finding.code());
            out.writeStringField("severity", finding.severity().name());
            out.writeStringField("document", finding.document());
            out.writeStringField("field", finding.field());
            out.writeStringField("rule", finding.rule().id());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("more", Math.max(0, findings.size() - MOST));
        out.writeEndObject();
    }
}
