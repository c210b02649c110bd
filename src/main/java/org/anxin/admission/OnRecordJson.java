package org.anxin.admission;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/** Reads what cases say about the records of a batch: {@code onRecord: {admitted, foundFalse, taken}}. */
public final class OnRecordJson {
    private static final Fields RECORD = Fields.of("admitted", "foundFalse", "taken");
    private static final Fields DOCUMENT = Fields.of("type", "number").requiring("type", "number");
    private static final Fields USE = Fields.of("document", "number", "lotNo", "unit", "listed", "quantity")
            .requiring("document", "number", "lotNo", "quantity");

    private OnRecordJson() {}

    /** The records at which {@code in} stands, or null if mistakes were reported. */
    public static @Nullable OnRecord read(FactInput in) throws IOException {
        if (!in.begins(RECORD)) {
            return null;
        }
        boolean admitted = false;
        List<DocumentKey> foundFalse = List.of();
        List<LotUse> taken = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "admitted" -> admitted = Boolean.TRUE.equals(in.flag());
                case "foundFalse" -> foundFalse = in.list(OnRecordJson::document);
                default -> taken = in.list(OnRecordJson::use);
            }
        }
        return in.clean() ? new OnRecord(admitted, Set.copyOf(foundFalse), List.copyOf(taken)) : null;
    }

    private static @Nullable DocumentKey document(FactInput in) throws IOException {
        if (!in.begins(DOCUMENT)) {
            return null;
        }
        String type = null;
        String number = null;
        while (in.next()) {
            switch (in.field()) {
                case "type" -> type = in.word("document");
                default -> number = in.filledText();
            }
        }
        DocumentKey key = type == null ? null : DocumentKey.of(type, number);
        if (key == null && in.clean()) {
            in.report("number", ErrorCode.REQUIRED);
        }
        return in.clean() ? key : null;
    }

    private static @Nullable LotUse use(FactInput in) throws IOException {
        if (!in.begins(USE)) {
            return null;
        }
        String type = null;
        String number = null;
        String lotNo = null;
        String unit = null;
        BigDecimal listed = null;
        BigDecimal quantity = null;
        while (in.next()) {
            switch (in.field()) {
                case "document" -> type = in.word("document");
                case "number" -> number = in.filledText();
                case "lotNo" -> lotNo = in.filledText();
                case "unit" -> unit = in.text();
                case "listed" -> listed = in.decimal();
                default -> quantity = in.decimal();
            }
        }
        if (in.clean() && quantity != null && quantity.signum() <= 0) {
            in.report("quantity", ErrorCode.BAD_NUMBER);
        }
        DocumentKey key = type == null ? null : DocumentKey.of(type, number);
        if (key == null && in.clean()) {
            in.report("number", ErrorCode.REQUIRED);
        }
        return key == null || quantity == null || !in.clean()
                ? null
                : new LotUse(key, CommonForm.of(lotNo), CommonForm.of(unit), listed, quantity);
    }
}
