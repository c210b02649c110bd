package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** The roster of contacts in JSON. */
public final class ContactJson {
    private static final Fields FIELDS =
            Fields.of("operatorId", "personId", "from", "contact", "to").requiring("contact");

    private ContactJson() {}

    /**
     * The entry at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     * @param isPerson whether there is a person of an id
     */
    public static @Nullable RegisteredContact read(FactInput in, ContactKey key, Predicate<String> isPerson)
            throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String contact = null;
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "operatorId" -> Addressed.check(in, in.id(), key.operatorId());
                case "personId" -> Addressed.check(in, in.id(), key.personId());
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                case "contact" -> contact = in.word("contact");
                default -> to = Dates.read(in);
            }
        }
        if (!isPerson.test(key.personId())) {
            in.report("personId", ErrorCode.UNKNOWN_REFERENCE);
        }
        Dates.checkOrder(in, key.from(), to);
        return contact == null || !in.clean() ? null : new RegisteredContact(key, contact, to);
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredContact contact) throws IOException {
        out.writeStartObject();
        out.writeStringField("operatorId", contact.key().operatorId());
        out.writeStringField("personId", contact.key().personId());
        Dates.write(out, "from", contact.key().from());
        out.writeStringField("contact", contact.contact());
        Dates.write(out, "to", contact.to());
        out.writeEndObject();
    }
}
