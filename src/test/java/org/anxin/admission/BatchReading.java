package org.anxin.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads batches of case files. */
final class BatchReading {
    private BatchReading() {}

    static Batch batch(JsonNode json) {
        JsonNode operator = json.path("operator");
        JsonNode goods = json.path("goods");
        return new Batch(
                json.path("id").asText(),
                text(json, "marketId"),
                operator.isObject() ? operator(operator) : null,
                day(json, "declaredOn"),
                day(json, "arrivesOn"),
                text(json, "supplier"),
                goods.isObject()
                        ? new Goods(text(goods, "name"), text(goods, "origin"), bool(goods, "coldChain"))
                        : null,
                lots(json.path("lots")),
                documents(json.path("documents")));
    }

    private static Operator operator(JsonNode json) {
        return new Operator(text(json, "id"), bool(json, "activated"), day(json, "responsibilityLetterSignedOn"));
    }

    private static List<Document> documents(JsonNode json) {
        List<Document> documents = new ArrayList<>();
        for (JsonNode document : json) {
            documents.add(new Document(
                    document.path("type").asText(),
                    text(document, "number"),
                    day(document, "issuedOn"),
                    day(document, "validUntil"),
                    day(document, "sampledOn"),
                    text(document, "holder"),
                    text(document, "goodsName"),
                    text(document, "origin"),
                    text(document, "result"),
                    lots(document.path("lots"))));
        }
        return documents;
    }

    private static List<Lot> lots(JsonNode json) {
        List<Lot> lots = new ArrayList<>();
        for (JsonNode lot : json) {
            String quantity = text(lot, "quantity");
            lots.add(
                    new Lot(text(lot, "lotNo"), quantity == null ? null : new BigDecimal(quantity), text(lot, "unit")));
        }
        return lots;
    }

    static int day(JsonNode json, String name) {
        String text = text(json, name);
        return text == null ? Days.NONE : Days.of(text);
    }

    static @Nullable String text(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asText() : null;
    }

    private static @Nullable Boolean bool(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asBoolean() : null;
    }
}
