package org.anxin.admission;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads the facts about a batch as SPEC section 6 writes them. */
public final class BatchJson {
    private static final Fields BATCH = Fields.of(
                    "id", "marketId", "operator", "declaredOn", "arrivesOn", "supplier", "goods", "lots", "documents")
            .requiring("id");
    private static final Fields OPERATOR = Fields.of("id", "activated", "responsibilityLetterSignedOn");
    private static final Fields GOODS = Fields.of("name", "origin", "coldChain");
    private static final Fields LOT = Fields.of("lotNo", "quantity", "unit");

    private BatchJson() {}

    /**
     * The batch at which {@code in} stands, or null if mistakes were reported.
     *
     * @param used ids of batches seen before in the same document; the batch's own is added
     */
    public static @Nullable Batch read(FactInput in, Set<String> used) throws IOException {
        if (!in.begins(BATCH)) {
            return null;
        }
        String id = null;
        String marketId = null;
        Operator operator = null;
        int declaredOn = Days.NONE;
        int arrivesOn = Days.NONE;
        String supplier = null;
        Goods goods = null;
        List<Lot> lots = List.of();
        List<Document> documents = List.of();
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.newId(used);
                case "marketId" -> marketId = in.id();
                case "operator" -> operator = operator(in);
                case "declaredOn" -> declaredOn = in.day();
                case "arrivesOn" -> arrivesOn = in.day();
                case "supplier" -> supplier = in.text();
                case "goods" -> goods = goods(in);
                case "lots" -> lots = in.list(BatchJson::lot);
                default -> documents = in.list(DocumentJson::read);
            }
        }
        if (id == null || !in.clean()) {
            return null;
        }
        return new Batch(id, marketId, operator, declaredOn, arrivesOn, supplier, goods, lots, documents);
    }

    private static @Nullable Operator operator(FactInput in) throws IOException {
        if (!in.begins(OPERATOR)) {
            return null;
        }
        String id = null;
        Boolean activated = null;
        int signedOn = Days.NONE;
        while (in.next()) {
            switch (in.field()) {
                case "id" -> id = in.id();
                case "activated" -> activated = in.flag();
                default -> signedOn = in.day();
            }
        }
        return in.clean() ? new Operator(id, activated, signedOn) : null;
    }

    private static @Nullable Goods goods(FactInput in) throws IOException {
        if (!in.begins(GOODS)) {
            return null;
        }
        String name = null;
        String origin = null;
        Boolean coldChain = null;
        while (in.next()) {
            switch (in.field()) {
                case "name" -> name = in.text();
                case "origin" -> origin = in.text();
                default -> coldChain = in.flag();
            }
        }
        return in.clean() ? new Goods(name, origin, coldChain) : null;
    }

    /** A line of the declaration's or a document's lots. */
    static @Nullable Lot lot(FactInput in) throws IOException {
        if (!in.begins(LOT)) {
            return null;
        }
        String lotNo = null;
        BigDecimal quantity = null;
        String unit = null;
        while (in.next()) {
            switch (in.field()) {
                case "lotNo" -> lotNo = in.text();
                case "quantity" -> quantity = in.decimal();
                default -> unit = in.text();
            }
        }
        return in.clean() ? new Lot(lotNo, quantity, unit) : null;
    }
}
