package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.personal.Disclosure;
import org.anxin.personal.PersonalField;
import org.jspecify.annotations.Nullable;

/** People and their releases in JSON. */
public final class RegisteredPersonJson {
    private static final Fields FIELDS = Fields.of("id", "name", "idNumber", "phone", "releasedOn");
    private static final Fields RELEASE = Fields.of("id", "releasedOn");

    private RegisteredPersonJson() {}

    /**
     * The person at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id as the address has it
     */
    public static @Nullable RegisteredPerson read(FactInput in, String id) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String name = null;
        String idNumber = null;
        String phone = null;
        LocalDate releasedOn = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                case "name" -> name = in.textOrBlank();
                case "idNumber" -> idNumber = in.textOrBlank();
                case "phone" -> phone = in.textOrBlank();
                default -> releasedOn = Dates.read(in);
            }
        }
        return in.clean() ? new RegisteredPerson(id, name, idNumber, phone, releasedOn) : null;
    }

    /**
     * The release at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id the person's, as the address has it
     */
    public static @Nullable Release release(FactInput in, String id) throws IOException {
        if (!in.begins(RELEASE)) {
            return null;
        }
        LocalDate releasedOn = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                default -> releasedOn = Dates.read(in);
            }
        }
        return in.clean() ? new Release(id, releasedOn) : null;
    }

    /** Writes a person. */
    public interface Writing {
        /** Writes the person as one object. */
        void write(JsonGenerator out, RegisteredPerson person) throws IOException;
    }

    /** Writes people as somebody may see them. */
    public static Writing writing(Disclosure disclosure) {
        return (out, person) -> write(out, person, disclosure);
    }

    private static void write(JsonGenerator out, RegisteredPerson person, Disclosure disclosure) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", person.id());
        out.writeStringField("name", disclosure.shown(PersonalField.NAME, person.name()));
        out.writeStringField("idNumber", disclosure.shown(PersonalField.ID_NUMBER, person.idNumber()));
        out.writeStringField("phone", disclosure.shown(PersonalField.PHONE, person.phone()));
        Dates.write(out, "releasedOn", person.releasedOn());
        out.writeEndObject();
    }

    /** Writes a release as one object. */
    public static void write(JsonGenerator out, Release release) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", release.id());
        Dates.write(out, "releasedOn", release.releasedOn());
        out.writeEndObject();
    }
}
