package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Markets in JSON. */
public final class MarketJson {
    private static final Fields FIELDS =
            Fields.of("id", "name", "type", "subdistrict").requiring("name", "type");

    private MarketJson() {}

    /**
     * The market at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id as the address has it
     */
    public static @Nullable Market read(FactInput in, String id) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String name = null;
        String type = null;
        String subdistrict = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                case "name" -> name = in.filledText();
                case "type" -> type = in.word("marketType");
                default -> subdistrict = in.textOrBlank();
            }
        }
        return name == null || type == null || !in.clean() ? null : new Market(id, name, type, subdistrict);
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, Market market) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", market.id());
        out.writeStringField("name", market.name());
        out.writeStringField("type", market.type());
        out.writeStringField("subdistrict", market.subdistrict());
        out.writeEndObject();
    }
}
