package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** A batch in order, and what can be wrong with it, for tests. */
final class Batches {
    static final int DAY = Days.of("2022-04-07");
    static final String SUPPLIER = "甬城进口贸易有限公司";

    private Batches() {}

    static Batch inOrder() {
        return batch(List.of(lot("L1", "1200", "kg")), documents(lot("L1", "1200", "kg")));
    }

    static Batch batch(List<Lot> lots, List<Document> documents) {
        return new Batch(
                "B-1",
                "M-11",
                new Operator("O-1", true, Days.of("2022-02-21")),
                Days.of("2022-04-05"),
                DAY,
                SUPPLIER,
                new Goods("车厘子", "CL", false),
                lots,
                documents);
    }

    /** The batch in order, but for the declared origin. */
    static Batch from(@Nullable String origin) {
        Batch batch = inOrder();
        return new Batch(
                batch.id(),
                batch.marketId(),
                batch.operator(),
                batch.declaredOn(),
                batch.arrivesOn(),
                batch.supplier(),
                new Goods("车厘子", origin, false),
                batch.lots(),
                batch.documents());
    }

    /** The four documents, all of which list these lots. */
    static List<Document> documents(Lot... lots) {
        List<Lot> all = Arrays.asList(lots);
        return new ArrayList<>(List.of(
                licence("SL-1", Days.of("2022-12-31"), SUPPLIER),
                certificate("QUARANTINE_CERTIFICATE", "QC-1", all),
                certificate("DISINFECTION_CERTIFICATE", "DC-1", all),
                report("TR-1", "NEGATIVE", all)));
    }

    static Document licence(@Nullable String number, int validUntil, @Nullable String holder) {
        return new Document(
                "SUPPLIER_LICENCE",
                number,
                Days.of("2021-05-01"),
                validUntil,
                Days.NONE,
                holder,
                null,
                null,
                null,
                List.of());
    }

    static Document certificate(String type, @Nullable String number, List<Lot> lots) {
        return new Document(type, number, Days.of("2022-04-01"), Days.NONE, Days.NONE, null, "车厘子", "CL", null, lots);
    }

    static Document report(@Nullable String number, @Nullable String result, List<Lot> lots) {
        return new Document(
                "TEST_REPORT",
                number,
                Days.of("2022-04-03"),
                Days.NONE,
                Days.of("2022-04-02"),
                null,
                null,
                null,
                result,
                lots);
    }

    static Lot lot(@Nullable String lotNo, @Nullable String quantity, @Nullable String unit) {
        return new Lot(lotNo, quantity == null ? null : new BigDecimal(quantity), unit);
    }

    /** The batch in order, with its documents changed. */
    static Batch with(UnaryOperator<List<Document>> change) {
        Batch batch = inOrder();
        return batch(batch.lots(), change.apply(new ArrayList<>(batch.documents())));
    }
}
