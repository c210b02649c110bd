package org.anxin.impact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.anxin.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes who would be found otherwise. */
public final class ChangedPersonJson {
    private static final SerializableString DATE = new SerializedString("date");
    private static final SerializableString DUE_ON = new SerializedString("dueOn");

    private ChangedPersonJson() {}

    /** As a JSON object. */
    public static void write(JsonGenerator out, ChangedPerson person) throws IOException {
        out.writeStartObject();
        JsonOutput.day(out, DATE, person.day());
        out.writeStringField("personId", person.personId());
        out.writeArrayFieldStart("changes");
        for (Change kind : Change.values()) {
            if (person.has(kind)) {
                out.writeString(kind.name());
            }
        }
        out.writeEndArray();
        write(out, "markets", person.markets());
        write(out, "before", person.before());
        write(out, "after", person.after());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, Side side) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("status", orNull(side.status()));
        JsonOutput.day(out, DUE_ON, side.dueOn());
        out.writeStringField("action", orNull(side.action()));
        write(
                out,
                "rules",
                side.rules().isEmpty() ? List.of() : List.of(side.rules().split(" ", -1)));
        out.writeStringField("undecidable", orNull(side.code()));
        out.writeEndObject();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void write(JsonGenerator out, String name, Collection<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
