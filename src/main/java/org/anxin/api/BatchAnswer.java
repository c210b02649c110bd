package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Goods;
import org.anxin.admission.Operator;
import org.anxin.desk.FileOnRecord;
import org.anxin.desk.LotsColumn;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.Recall;
import org.anxin.desk.Settlement;
import org.anxin.desk.StoredBatch;
import org.anxin.desk.StoredDocument;
import org.anxin.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes a stored batch with its documents and its newest decision. */
final class BatchAnswer {
    private static final SerializableString DECLARED_ON = new SerializedString("declaredOn");
    private static final SerializableString ARRIVES_ON = new SerializedString("arrivesOn");
    private static final SerializableString ISSUED_ON = new SerializedString("issuedOn");
    private static final SerializableString VALID_UNTIL = new SerializedString("validUntil");
    private static final SerializableString SAMPLED_ON = new SerializedString("sampledOn");
    private static final SerializableString AS_OF = new SerializedString("asOf");

    private BatchAnswer() {}

    /** Writes a batch as one object. */
    static void write(JsonGenerator out, StoredBatch batch) throws IOException {
        Batch facts = batch.declared().facts();
        Operator operator = facts.operator();
        out.writeStartObject();
        out.writeStringField("id", batch.id());
        out.writeStringField("state", batch.state().name());
        out.writeStringField("operatorId", operator == null ? null : operator.id());
        out.writeStringField("marketId", facts.marketId());
        JsonOutput.day(out, DECLARED_ON, facts.declaredOn());
        JsonOutput.day(out, ARRIVES_ON, facts.arrivesOn());
        out.writeStringField("supplier", facts.supplier());
        writeGoods(out, facts.goods());
        out.writeFieldName("lots");
        LotsColumn.write(out, facts.lots());
        out.writeArrayFieldStart("documents");
        for (StoredDocument document : batch.documents()) {
            write(out, document);
        }
        out.writeEndArray();
        out.writeFieldName("decision");
        write(out, batch.decision());
        writeRecalls(out, batch);
        writeWho(out, "received", batch.received().toString(), batch.receivedBy());
        out.writeEndObject();
    }

    private static void writeGoods(JsonGenerator out, @Nullable Goods goods) throws IOException {
        out.writeObjectFieldStart("goods");
        out.writeStringField("name", goods == null ? null : goods.name());
        out.writeStringField("origin", goods == null ? null : goods.origin());
        Boolean coldChain = goods == null ? null : goods.coldChain();
        if (coldChain == null) {
            out.writeNullField("coldChain");
        } else {
            out.writeBooleanField("coldChain", coldChain);
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, StoredDocument document) throws IOException {
        Document facts = document.facts();
        out.writeStartObject();
        out.writeNumberField("no", document.no());
        out.writeStringField("type", facts.type());
        out.writeStringField("number", facts.number());
        JsonOutput.day(out, ISSUED_ON, facts.issuedOn());
        JsonOutput.day(out, VALID_UNTIL, facts.validUntil());
        JsonOutput.day(out, SAMPLED_ON, facts.sampledOn());
        out.writeStringField("holder", facts.holder());
        out.writeStringField("goodsName", facts.goodsName());
        out.writeStringField("origin", facts.origin());
        out.writeStringField("result", facts.result());
        out.writeFieldName("lots");
        LotsColumn.write(out, facts.lots());
        writeNumber(out, "replacedBy", document.replacedBy());
        out.writeFieldName("file");
        write(out, document.file());
        writeWho(out, "added", document.added().toString(), document.addedBy());
        out.writeEndObject();
    }

    /** Writes what is on record about a file, or null. */
    static void write(JsonGenerator out, @Nullable FileOnRecord file) throws IOException {
        if (file == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("sha256", file.sha256());
        out.writeNumberField("size", file.size());
        out.writeStringField("mediaType", file.mediaType());
        writeWho(out, "received", file.received().toString(), file.receivedBy());
        out.writeEndObject();
    }

    /** Writes a decision as it was made. */
    static void write(JsonGenerator out, MadeDecision decision) throws IOException {
        out.writeStartObject();
        out.writeNumberField("no", decision.no());
        out.writeStringField("cause", decision.cause().name());
        JsonOutput.day(out, AS_OF, decision.asOf());
        out.writeStringField("ruleset", decision.ruleset());
        out.writeStringField("outcome", decision.outcome().name());
        out.writeFieldName("findings");
        out.writeRawValue(decision.findings());
        writeWho(out, "decided", decision.decided().toString(), decision.decidedBy());
        writeSettlement(out, decision.settlement());
        out.writeEndObject();
    }

    private static void writeSettlement(JsonGenerator out, @Nullable Settlement settlement) throws IOException {
        if (settlement == null) {
            out.writeNullField("settlement");
            return;
        }
        out.writeObjectFieldStart("settlement");
        out.writeStringField("outcome", settlement.outcome().name());
        out.writeStringField("reason", settlement.reason());
        writeWho(out, "settled", settlement.settled().toString(), settlement.settledBy());
        out.writeEndObject();
    }

    private static void writeRecalls(JsonGenerator out, StoredBatch batch) throws IOException {
        out.writeArrayFieldStart("recalls");
        for (Recall recall : batch.recalls()) {
            out.writeStartObject();
            out.writeNumberField("falseDocument", recall.falseDocument());
            writeWho(out, "recalled", recall.recalled().toString(), recall.recalledBy());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeNumber(JsonGenerator out, String name, @Nullable Integer number) throws IOException {
        if (number == null) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, number);
        }
    }

    /** When something was done, and by whom: {@code "receivedAt", "receivedBy"}. */
    static void writeWho(JsonGenerator out, String done, String at, String by) throws IOException {
        out.writeStringField(done + "At", at);
        out.writeStringField(done + "By", by);
    }
}
