package org.anxin.api;

import java.io.IOException;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/false-documents}.
 *
 * @param type a declared word of the kind {@code document}
 */
record FalseDocumentRequest(String type, String number, String reason) {
    private static final Fields FIELDS = Fields.of("type", "number", "reason").requiring("type", "number", "reason");
    private static final Fields REASON = Fields.of("reason").requiring("reason");

    /** The finding at which {@code in} stands, or null if mistakes were reported. */
    static @Nullable FalseDocumentRequest read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String type = null;
        String number = null;
        String reason = null;
        while (in.next()) {
            switch (in.field()) {
                case "type" -> type = in.word("document");
                case "number" -> number = in.filledText();
                default -> reason = in.filledText();
            }
        }
        if (number != null && CommonForm.blank(number)) {
            in.report("number", ErrorCode.REQUIRED);
        }
        return type == null || number == null || reason == null || !in.clean()
                ? null
                : new FalseDocumentRequest(type, number, reason);
    }

    /** The reason for a withdrawal. */
    static @Nullable String reason(FactInput in) throws IOException {
        if (!in.begins(REASON)) {
            return null;
        }
        String reason = null;
        while (in.next()) {
            reason = in.filledText();
        }
        return in.clean() ? reason : null;
    }
}
