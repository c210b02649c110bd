package org.anxin.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anxin.admission.Lot;
import org.anxin.json.Json;
import org.jspecify.annotations.Nullable;

/** Lots in one column: {@code [{"lotNo": "L1", "quantity": 1200, "unit": "kg"}]}, as requests write them. */
public final class LotsColumn {
    private static final ObjectMapper TREES =
            new ObjectMapper(Json.FACTORY).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private LotsColumn() {}

    static String text(List<Lot> lots) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            write(out, lots);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    /** Writes lots as requests write them. */
    public static void write(JsonGenerator out, List<Lot> lots) throws IOException {
        out.writeStartArray();
        for (Lot lot : lots) {
            out.writeStartObject();
            out.writeStringField("lotNo", lot.lotNo());
            out.writeFieldName("quantity");
            BigDecimal quantity = lot.quantity();
            if (quantity == null) {
                out.writeNull();
            } else {
                out.writeNumber(quantity.toPlainString());
            }
            out.writeStringField("unit", lot.unit());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static List<Lot> lots(String column) {
        List<Lot> lots = new ArrayList<>();
        try {
            for (JsonNode lot : TREES.readTree(column)) {
                JsonNode quantity = lot.path("quantity");
                lots.add(new Lot(
                        text(lot, "lotNo"), quantity.isNumber() ? quantity.decimalValue() : null, text(lot, "unit")));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored lots cannot be read", e);
        }
        return List.copyOf(lots);
    }

    private static @Nullable String text(JsonNode lot, String name) {
        JsonNode value = lot.path(name);
        return value.isTextual() ? value.asText() : null;
    }
}
