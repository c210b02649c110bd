package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Absences in JSON. */
public final class AbsenceJson {
    private static final Fields FIELDS = Fields.of("personId", "from", "to", "reason");

    private AbsenceJson() {}

    /**
     * The absence at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     */
    public static @Nullable RegisteredAbsence read(FactInput in, AbsenceKey key) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        LocalDate to = null;
        String reason = null;
        while (in.next()) {
            switch (in.field()) {
                case "personId" -> Addressed.check(in, in.id(), key.personId());
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                case "to" -> to = Dates.read(in);
                default -> reason = in.textOrBlank();
            }
        }
        Dates.checkOrder(in, key.from(), to);
        return in.clean() ? new RegisteredAbsence(key, to, reason) : null;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredAbsence absence) throws IOException {
        out.writeStartObject();
        out.writeStringField("personId", absence.key().personId());
        Dates.write(out, "from", absence.key().from());
        Dates.write(out, "to", absence.to());
        out.writeStringField("reason", absence.reason());
        out.writeEndObject();
    }
}
