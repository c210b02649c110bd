package org.anxin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Goods;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Batches for tests; all are decided on 2022-04-07. */
final class Batches {
    private static final String SUPPLIER = "甬城进口贸易有限公司";

    private Batches() {}

    /** A batch with nothing wrong. */
    static Batch inOrder() {
        return with();
    }

    /** The same with another origin on the quarantine certificate. */
    static Batch withOrigin(String origin) {
        return batch(origin, List.of());
    }

    /** The same with more documents. */
    static Batch with(Document... more) {
        return batch("CL", List.of(more));
    }

    /** A document of any type that lists one lot. */
    static Document document(String type, String number, String lot) {
        return document(type, number, null, null, null, null, List.of(new Lot(lot, null, null)));
    }

    private static Document document(
            String type,
            String number,
            @Nullable String holder,
            @Nullable String goodsName,
            @Nullable String origin,
            @Nullable String result,
            List<Lot> lots) {
        int validUntil = holder == null ? Days.NONE : Days.of("2022-12-31");
        int sampledOn = result == null ? Days.NONE : Days.of("2022-04-02");
        return new Document(
                type, number, Days.of("2022-04-03"), validUntil, sampledOn, holder, goodsName, origin, result, lots);
    }

    private static Batch batch(String origin, List<Document> more) {
        List<Lot> lots = List.of(new Lot("L1", new BigDecimal("1200"), "kg"));
        List<Document> documents = new ArrayList<>(List.of(
                document("SUPPLIER_LICENCE", "SL-1", SUPPLIER, null, null, null, List.of()),
                document("QUARANTINE_CERTIFICATE", "QC-1", null, "车厘子", origin, null, lots),
                document("DISINFECTION_CERTIFICATE", "DC-1", null, null, null, null, lots),
                document("TEST_REPORT", "TR-1", null, null, null, "NEGATIVE", lots)));
        documents.addAll(more);
        return new Batch(
                "B-1",
                "M-11",
                new Operator("O-1", true, Days.of("2022-02-21")),
                Days.of("2022-04-05"),
                Days.of("2022-04-07"),
                SUPPLIER,
                new Goods("车厘子", "CL", false),
                lots,
                documents);
    }
}
