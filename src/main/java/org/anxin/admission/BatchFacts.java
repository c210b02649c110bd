package org.anxin.admission;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Writes facts about a batch as SPEC section 6 does; {@link BatchJson} and {@link OnRecordJson} read them as they were. */
public final class BatchFacts {
    private BatchFacts() {}

    /** Writes a batch. What is missing is left out. */
    public static void write(JsonGenerator out, Batch batch) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", batch.id());
        text(out, "marketId", batch.marketId());
        if (batch.operator() != null) {
            write(out, batch.operator());
        }
        day(out, "declaredOn", batch.declaredOn());
        day(out, "arrivesOn", batch.arrivesOn());
        text(out, "supplier", batch.supplier());
        if (batch.goods() != null) {
            write(out, batch.goods());
        }
        write(out, batch.lots());
        out.writeArrayFieldStart("documents");
        for (Document document : batch.documents()) {
            write(out, document);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Operator operator) throws IOException {
        out.writeObjectFieldStart("operator");
        text(out, "id", operator.id());
        flag(out, "activated", operator.activated());
        day(out, "responsibilityLetterSignedOn", operator.responsibilityLetterSignedOn());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Goods goods) throws IOException {
        out.writeObjectFieldStart("goods");
        text(out, "name", goods.name());
        text(out, "origin", goods.origin());
        flag(out, "coldChain", goods.coldChain());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Document document) throws IOException {
        out.writeStartObject();
        text(out, "type", document.type());
        text(out, "number", document.number());
        day(out, "issuedOn", document.issuedOn());
        day(out, "validUntil", document.validUntil());
        day(out, "sampledOn", document.sampledOn());
        text(out, "holder", document.holder());
        text(out, "goodsName", document.goodsName());
        text(out, "origin", document.origin());
        text(out, "result", document.result());
        write(out, document.lots());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, List<Lot> lots) throws IOException {
        out.writeArrayFieldStart("lots");
        for (Lot lot : lots) {
            out.writeStartObject();
            text(out, "lotNo", lot.lotNo());
            number(out, "quantity", lot.quantity());
            text(out, "unit", lot.unit());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Writes what is on record beside a batch. */
    public static void write(JsonGenerator out, OnRecord onRecord) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("admitted", onRecord.admitted());
        out.writeArrayFieldStart("foundFalse");
        for (DocumentKey key : new TreeSet<>(onRecord.foundFalse())) {
            out.writeStartObject();
            text(out, "type", key.type());
            text(out, "number", key.number());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("taken");
        for (LotUse use : onRecord.taken()) {
            write(out, use);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, LotUse use) throws IOException {
        out.writeStartObject();
        text(out, "document", use.document().type());
        text(out, "number", use.document().number());
        text(out, "lotNo", use.lotNo());
        text(out, "unit", use.unit());
        number(out, "listed", use.listed());
        number(out, "quantity", use.quantity());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, @Nullable String text) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }

    private static void flag(JsonGenerator out, String name, @Nullable Boolean flag) throws IOException {
        if (flag != null) {
            out.writeBooleanField(name, flag);
        }
    }

    private static void number(JsonGenerator out, String name, @Nullable BigDecimal number) throws IOException {
        if (number != null) {
            out.writeFieldName(name);
            out.writeNumber(number.toPlainString());
        }
    }

    private static void day(JsonGenerator out, String name, int day) throws IOException {
        if (Days.known(day)) {
            out.writeStringField(name, Days.text(day));
        }
    }
}
