package org.anxin.admission;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.anxin.json.JsonOutput;

/** Writes the answer for one batch as SPEC section 6 shows it, members always in the same order. */
public final class BatchDecisionJson {
    private static final SerializableString BATCH_ID = new SerializedString("batchId");
    private static final SerializableString OUTCOME = new SerializedString("outcome");
    private static final SerializableString FINDINGS = new SerializedString("findings");
    private static final SerializableString CODE = new SerializedString("code");
    private static final SerializableString SEVERITY = new SerializedString("severity");
    private static final SerializableString DOCUMENT = new SerializedString("document");
    private static final SerializableString NUMBER = new SerializedString("number");
    private static final SerializableString FIELD = new SerializedString("field");
    private static final SerializableString LOT = new SerializedString("lot");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString DIRECTIVE = new SerializedString("directive");
    private static final SerializableString MESSAGE = new SerializedString("message");

    private BatchDecisionJson() {}

    /** Writes {@code decision} as one object. */
    public static void write(JsonGenerator out, BatchDecision decision) throws IOException {
        out.writeStartObject();
        JsonOutput.text(out, BATCH_ID, decision.batchId());
        JsonOutput.text(out, OUTCOME, decision.outcome().name());
        out.writeFieldName(FINDINGS);
        writeFindings(out, decision.findings());
        out.writeEndObject();
    }

    /** Writes findings as one list. */
    public static void writeFindings(JsonGenerator out, List<Finding> findings) throws IOException {
        out.writeStartArray();
        for (Finding finding : findings) {
            write(out, finding);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        JsonOutput.text(out, CODE, finding.code());
        JsonOutput.text(out, SEVERITY, finding.severity().name());
        JsonOutput.text(out, DOCUMENT, finding.document());
        JsonOutput.text(out, NUMBER, finding.number());
        JsonOutput.text(out, FIELD, finding.field());
        JsonOutput.text(out, LOT, finding.lot());
        JsonOutput.text(out, RULE, finding.rule().id());
        JsonOutput.text(out, DIRECTIVE, finding.rule().directive().id());
        JsonOutput.bilingual(out, MESSAGE, finding.message());
        out.writeEndObject();
    }
}
