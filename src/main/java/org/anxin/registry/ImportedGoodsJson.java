package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Kinds of imported goods in JSON. */
public final class ImportedGoodsJson {
    private static final Fields FIELDS = Fields.of("operatorId", "goods", "from", "to");

    private ImportedGoodsJson() {}

    /**
     * The entry at which {@code in} stands, or null if mistakes were reported.
     *
     * @param key as the address has it
     */
    public static @Nullable ImportedGoods read(FactInput in, ImportedGoodsKey key) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "operatorId" -> Addressed.check(in, in.id(), key.operatorId());
                case "goods" -> Addressed.check(in, in.text(), key.goods());
                case "from" -> Addressed.check(in, Dates.read(in), key.from());
                default -> to = Dates.read(in);
            }
        }
        Dates.checkOrder(in, key.from(), to);
        return in.clean() ? new ImportedGoods(key, to) : null;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, ImportedGoods goods) throws IOException {
        out.writeStartObject();
        out.writeStringField("operatorId", goods.key().operatorId());
        out.writeStringField("goods", goods.key().goods());
        Dates.write(out, "from", goods.key().from());
        Dates.write(out, "to", goods.to());
        out.writeEndObject();
    }
}
