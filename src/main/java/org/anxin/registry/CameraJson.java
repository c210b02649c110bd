package org.anxin.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.jspecify.annotations.Nullable;

/** Cameras in JSON. */
public final class CameraJson {
    private static final Fields FIELDS =
            Fields.of("id", "marketId", "name", "scene", "from", "to").requiring("marketId", "name", "scene");

    private CameraJson() {}

    /**
     * The camera at which {@code in} stands, or null if mistakes were reported.
     *
     * @param id as the address has it
     * @param isMarket whether there is a market of an id
     */
    public static @Nullable Camera read(FactInput in, String id, Predicate<String> isMarket) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String marketId = null;
        String name = null;
        String scene = null;
        LocalDate from = null;
        LocalDate to = null;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> Addressed.check(in, in.id(), id);
                case "marketId" -> marketId = OperatorJson.reference(in, isMarket);
                case "name" -> name = in.filledText();
                case "scene" -> scene = in.word("scene");
                case "from" -> from = Dates.read(in);
                default -> to = Dates.read(in);
            }
        }
        if (from != null) {
            Dates.checkOrder(in, from, to);
        }
        return marketId == null || name == null || scene == null || !in.clean()
                ? null
                : new Camera(id, marketId, name, scene, from, to);
    }

    /** Writes it as one object. */
    public static void write(JsonGenerator out, Camera camera) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", camera.id());
        out.writeStringField("marketId", camera.marketId());
        out.writeStringField("name", camera.name());
        out.writeStringField("scene", camera.scene());
        Dates.write(out, "from", camera.from());
        Dates.write(out, "to", camera.to());
        out.writeEndObject();
    }
}
