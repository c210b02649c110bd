package org.anxin.admission;

import java.io.IOException;
import java.util.List;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads a document as SPEC section 6 writes it. */
public final class DocumentJson {
    private static final Fields DOCUMENT = Fields.of(
                    "type",
                    "number",
                    "issuedOn",
                    "validUntil",
                    "sampledOn",
                    "holder",
                    "goodsName",
                    "origin",
                    "result",
                    "lots")
            .requiring("type");

    private DocumentJson() {}

    /** The document at which {@code in} stands, or null if mistakes were reported. */
    public static @Nullable Document read(FactInput in) throws IOException {
        if (!in.begins(DOCUMENT)) {
            return null;
        }
        String type = null;
        String number = null;
        int issuedOn = Days.NONE;
        int validUntil = Days.NONE;
        int sampledOn = Days.NONE;
        String holder = null;
        String goodsName = null;
        String origin = null;
        String result = null;
        List<Lot> lots = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "type" -> type = in.word("document");
                case "number" -> number = in.text();
                case "issuedOn" -> issuedOn = in.day();
                case "validUntil" -> validUntil = in.day();
                case "sampledOn" -> sampledOn = in.day();
                case "holder" -> holder = in.text();
                case "goodsName" -> goodsName = in.text();
                case "origin" -> origin = in.text();
                case "result" -> result = in.wordOrBlank("result");
                default -> lots = in.list(BatchJson::lot);
            }
        }
        if (type == null || !in.clean()) {
            return null;
        }
        return new Document(type, number, issuedOn, validUntil, sampledOn, holder, goodsName, origin, result, lots);
    }
}
