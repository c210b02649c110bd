package org.anxin.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.anxin.json.JsonOutput;

/** Writes the answer for one person as SPEC section 6 shows it, members always in the same order. */
public final class PersonDecisionJson {
    private static final SerializableString PERSON_ID = new SerializedString("personId");
    private static final SerializableString STATUS = new SerializedString("status");
    private static final SerializableString DUE_ON = new SerializedString("dueOn");
    private static final SerializableString ACTION = new SerializedString("action");
    private static final SerializableString OBLIGATIONS = new SerializedString("obligations");
    private static final SerializableString NOTES = new SerializedString("notes");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString TITLE = new SerializedString("title");
    private static final SerializableString DIRECTIVE = new SerializedString("directive");
    private static final SerializableString MARKET_ID = new SerializedString("marketId");
    private static final SerializableString CATEGORY = new SerializedString("category");
    private static final SerializableString SINCE = new SerializedString("since");
    private static final SerializableString CADENCE = new SerializedString("cadence");
    private static final SerializableString KIND = new SerializedString("kind");
    private static final SerializableString N = new SerializedString("n");
    private static final SerializableString GAP = new SerializedString("gap");
    private static final SerializableString WITHIN = new SerializedString("within");
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString TO = new SerializedString("to");
    private static final SerializableString LAST_COUNTED = new SerializedString("lastCounted");
    private static final SerializableString EXPLANATION = new SerializedString("explanation");
    private static final SerializableString CODE = new SerializedString("code");
    private static final SerializableString MESSAGE = new SerializedString("message");

    private PersonDecisionJson() {}

    /** Writes {@code decision} as one object. */
    public static void write(JsonGenerator out, PersonDecision decision) throws IOException {
        out.writeStartObject();
        writeMembers(out, decision);
        out.writeEndObject();
    }

    /** Writes the members of {@code decision} into the object that is open. */
    public static void writeMembers(JsonGenerator out, PersonDecision decision) throws IOException {
        JsonOutput.text(out, PERSON_ID, decision.personId());
        JsonOutput.text(out, STATUS, decision.status().name());
        JsonOutput.day(out, DUE_ON, decision.dueOn());
        JsonOutput.text(out, ACTION, decision.action().name());
        out.writeFieldName(OBLIGATIONS);
        out.writeStartArray();
        for (Obligation obligation : decision.obligations()) {
            write(out, obligation);
        }
        out.writeEndArray();
        writeNotes(out, decision);
    }

    private static void write(JsonGenerator out, Obligation obligation) throws IOException {
        out.writeStartObject();
        JsonOutput.text(out, RULE, obligation.duty().rule().id());
        JsonOutput.shared(out, TITLE, obligation.duty().rule().title());
        JsonOutput.text(out, DIRECTIVE, obligation.duty().rule().directive().id());
        JsonOutput.text(out, MARKET_ID, obligation.assignment().marketId());
        JsonOutput.text(out, CATEGORY, obligation.assignment().category());
        JsonOutput.day(out, SINCE, obligation.assignment().from());
        write(out, obligation.duty().cadence());
        JsonOutput.day(out, FROM, obligation.from());
        JsonOutput.day(out, TO, obligation.to());
        JsonOutput.day(out, LAST_COUNTED, obligation.lastCounted());
        JsonOutput.day(out, DUE_ON, obligation.dueOn());
        JsonOutput.text(out, STATUS, obligation.status().name());
        JsonOutput.bilingual(out, EXPLANATION, obligation.explanation());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Cadence cadence) throws IOException {
        out.writeFieldName(CADENCE);
        out.writeStartObject();
        if (cadence instanceof Cadence.EveryDays every) {
            JsonOutput.text(out, KIND, "EVERY_DAYS");
            JsonOutput.number(out, N, every.n());
        } else if (cadence instanceof Cadence.PerWeek weekly) {
            JsonOutput.text(out, KIND, "PER_WEEK");
            JsonOutput.number(out, N, weekly.n());
            JsonOutput.number(out, GAP, weekly.gap());
        } else if (cadence instanceof Cadence.AfterTask once) {
            JsonOutput.text(out, KIND, "AFTER_TASK");
            JsonOutput.number(out, WITHIN, once.within());
        }
        out.writeEndObject();
    }

    private static void writeNotes(JsonGenerator out, PersonDecision decision) throws IOException {
        out.writeFieldName(NOTES);
        out.writeStartArray();
        for (Note note : decision.notes()) {
            out.writeStartObject();
            JsonOutput.text(out, CODE, note.code());
            JsonOutput.shared(out, MESSAGE, note.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
