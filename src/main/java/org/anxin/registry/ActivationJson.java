package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Activations in JSON. */
public final class ActivationJson {
    private static final Fields OF_OPERATOR = Fields.of("operatorId", "from", "to");
    private static final Fields OF_PERSON = Fields.of("personId", "from", "to");

    private ActivationJson() {}

    /**
     * The activation at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     */
    public static @Nullable RegisteredActivation read(FactInput in, ActivationKey key) throws IOException {
        if (!in.begins(key.party().kind() == Party.Kind.OPERATOR ? OF_OPERATOR : OF_PERSON)) {
            return null;
        }
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                case "to" -> to = Dates.read(in);
                default -> Addressed.check(in, in.id(), key.party().id());
            }
        }
        Dates.checkOrder(in, key.from(), to);
        return in.clean() ? new RegisteredActivation(key, to) : null;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, RegisteredActivation activation) throws IOException {
        Party party = activation.key().party();
        out.writeStartObject();
        out.writeStringField(party.kind().member(), party.id());
        Dates.write(out, "from", activation.key().from());
        Dates.write(out, "to", activation.to());
        out.writeEndObject();
    }
}
