package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Versions of the responsibility letter in JSON. */
public final class LetterJson {
    private static final Fields FIELDS =
            Fields.of("id", "validFrom", "zh", "en").requiring("validFrom", "zh", "en");

    private LetterJson() {}

    /**
     * The version at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id as the address has it
     */
    public static @Nullable RegisteredLetter read(FactInput in, String id) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        LocalDate validFrom = null;
        String zh = null;
        String en = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                case "validFrom" -> validFrom = Dates.read(in);
                case "zh" -> zh = in.longText();
                default -> en = in.longText();
            }
        }
        return validFrom == null || zh == null || en == null || !in.clean()
                ? null
                : new RegisteredLetter(id, validFrom, zh, en);
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredLetter letter) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", letter.id());
        Dates.write(out, "validFrom", letter.validFrom());
        out.writeStringField("zh", letter.zh());
        out.writeStringField("en", letter.en());
        out.writeEndObject();
    }
}
