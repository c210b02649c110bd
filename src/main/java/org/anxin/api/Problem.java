package org.anxin.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.anxin.json.InputError;
import org.anxin.json.InvalidInputException;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457). Its {@code title} and {@code detail} are one text in both languages, Chinese first, since
 * the standard wants strings there.
 *
 * @param type the kind
 * @param status HTTP status
 * @param particulars what is the matter in this case; null if the kind says it all
 * @param parameter the query parameter that is wrong, null if the body is
 * @param errors what is wrong in the request; empty where it is not a matter of its content
 * @param more how many errors there are beyond those
 */
record Problem(
        ProblemType type,
        int status,
        @Nullable Bilingual particulars,
        @Nullable String parameter,
        List<InputError> errors,
        int more) {

    Problem(ProblemType type, int status, @Nullable String parameter, List<InputError> errors, int more) {
        this(type, status, null, parameter, errors, more);
    }

    /** A problem whose kind says it all. */
    static Problem of(ProblemType type) {
        return new Problem(type, type.status(), null, List.of(), 0);
    }

    /** A problem that needs more words than its kind has. */
    static Problem of(ProblemType type, Bilingual particulars) {
        return new Problem(type, type.status(), particulars, null, List.of(), 0);
    }

    /** What is wrong in a body. */
    static Problem of(InvalidInputException invalid) {
        ProblemType type = ProblemType.INVALID_REQUEST;
        return new Problem(type, type.status(), null, invalid.errors(), invalid.more());
    }

    /** Writes it as one object. */
    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeKind(out);
        if (!errors.isEmpty()) {
            writeErrors(out);
        }
        out.writeEndObject();
    }

    /** Writes the members that every problem has. */
    void writeKind(JsonGenerator out) throws IOException {
        out.writeStringField("type", type.path());
        out.writeStringField("title", joined(type.title()));
        out.writeNumberField("status", status);
        out.writeStringField("detail", joined(particulars == null ? type.detail() : particulars));
    }

    private void writeErrors(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("errors");
        for (InputError error : errors) {
            out.writeStartObject();
            out.writeStringField(
                    parameter == null ? "pointer" : "parameter", parameter == null ? error.pointer() : parameter);
            out.writeStringField("code", error.code().name());
            out.writeObjectFieldStart("message");
            out.writeStringField("zh", error.message().zh());
            out.writeStringField("en", error.message().en());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
        if (more > 0) {
            out.writeNumberField("more", more);
        }
    }

    private static String joined(Bilingual text) {
        return text.zh() + " / " + text.en();
    }
}
