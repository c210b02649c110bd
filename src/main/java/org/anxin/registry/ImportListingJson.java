package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Entries of the list of operators that sell imported goods, in JSON. */
public final class ImportListingJson {
    private static final Fields FIELDS = Fields.of("operatorId", "from", "to");

    private ImportListingJson() {}

    /**
     * The entry at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     */
    public static @Nullable ImportListing read(FactInput in, ImportListingKey key) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "operatorId" -> Addressed.check(in, in.id(), key.operatorId());
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                default -> to = Dates.read(in);
            }
        }
        Dates.checkOrder(in, key.from(), to);
        return in.clean() ? new ImportListing(key, to) : null;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, ImportListing listing) throws IOException {
        out.writeStartObject();
        out.writeStringField("operatorId", listing.key().operatorId());
        Dates.write(out, "from", listing.key().from());
        Dates.write(out, "to", listing.to());
        out.writeEndObject();
    }
}
