package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Operators in JSON. */
public final class OperatorJson {
    private static final Fields FIELDS = Fields.of(
                    "id", "marketId", "name", "sellsImported", "activatedOn", "letterSignedOn")
            .requiring("marketId", "name");

    private OperatorJson() {}

    /**
     * The operator at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id as the address has it
     * @param isMarket whether there is a market of an id
     */
    public static @Nullable Operator read(FactInput in, String id, Predicate<String> isMarket) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String marketId = null;
        String name = null;
        boolean sellsImported = false;
        LocalDate activatedOn = null;
        LocalDate letterSignedOn = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                case "marketId" -> marketId = reference(in, isMarket);
                case "name" -> name = in.filledText();
                case "sellsImported" -> sellsImported = Boolean.TRUE.equals(in.flag());
                case "activatedOn" -> activatedOn = Dates.read(in);
                default -> letterSignedOn = Dates.read(in);
            }
        }
        return marketId == null || name == null || !in.clean()
                ? null
                : new Operator(id, marketId, name, sellsImported, activatedOn, letterSignedOn);
    }

    /** The id of something that is there. */
    static @Nullable String reference(FactInput in, Predicate<String> isThere) throws IOException {
        String id = in.id();
        if (id != null && !isThere.test(id)) {
            in.report(ErrorCode.UNKNOWN_REFERENCE);
            return null;
        }
        return id;
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, Operator operator) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", operator.id());
        out.writeStringField("marketId", operator.marketId());
        out.writeStringField("name", operator.name());
        out.writeBooleanField("sellsImported", operator.sellsImported());
        Dates.write(out, "activatedOn", operator.activatedOn());
        Dates.write(out, "letterSignedOn", operator.letterSignedOn());
        out.writeEndObject();
    }
}
