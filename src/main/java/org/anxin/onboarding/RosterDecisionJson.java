package org.anxin.onboarding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.anxin.json.JsonOutput;

/** Writes decisions on a market's roster, members always in the same order. */
public final class RosterDecisionJson {
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final SerializableString TITLE = new SerializedString("title");

    private RosterDecisionJson() {}

    /** Writes {@code decision} as one object. */
    public static void write(JsonGenerator out, RosterDecision decision) throws IOException {
        out.writeStartObject();
        out.writeStringField("marketId", decision.marketId());
        write(out, "operators", decision.operators());
        write(out, "people", decision.people());
        out.writeArrayFieldStart("notReady");
        for (RosterDecision.NotReady one : decision.notReady()) {
            write(out, one);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("findings");
        for (Finding finding : decision.findings(Concern.LISTS)) {
            write(out, finding);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Writes a tally as a member. */
    public static void write(JsonGenerator out, String name, Tally tally) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("registered", tally.registered());
        out.writeNumberField("current", tally.current());
        out.writeNumberField("activated", tally.activated());
        out.writeNumberField("signed", tally.signed());
        out.writeNumberField("outdated", tally.outdated());
        out.writeNumberField("ready", tally.ready());
        out.writeEndObject();
    }

    /** Writes somebody who is not ready, as one object. */
    public static void write(JsonGenerator out, RosterDecision.NotReady one) throws IOException {
        out.writeStartObject();
        writeSubject(out, one.first());
        out.writeStringField("severity", one.severity().name());
        out.writeArrayFieldStart("missing");
        for (Finding finding : one.missing()) {
            out.writeStartObject();
            writeWhat(out, finding);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Writes a finding as one object. */
    public static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        writeSubject(out, finding);
        out.writeStringField("operatorId", finding.operatorId());
        writeWhat(out, finding);
        out.writeEndObject();
    }

    private static void writeSubject(JsonGenerator out, Finding finding) throws IOException {
        out.writeStringField("subject", finding.subject().name());
        out.writeStringField("id", finding.id());
        writeTexts(out, "operatorIds", finding.operatorIds());
    }

    private static void writeWhat(JsonGenerator out, Finding finding) throws IOException {
        out.writeStringField("code", finding.code());
        out.writeStringField("severity", finding.severity().name());
        out.writeStringField("rule", finding.rule().id());
        JsonOutput.shared(out, TITLE, finding.rule().title());
        out.writeStringField("directive", finding.rule().directive().id());
        JsonOutput.bilingual(out, MESSAGE, finding.message());
    }

    private static void writeTexts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
