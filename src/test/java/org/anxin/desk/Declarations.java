package org.anxin.desk;

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

/** Declarations for tests, in order on 2022-04-07 but for what the test says. */
final class Declarations {
    static final int TODAY = Days.of("2022-04-07");
    private static final String SUPPLIER = "甬城进口贸易有限公司";

    private Declarations() {}

    /** A declaration of so many kilograms of lot L1, by a certificate of 1,200. */
    static Batch of(String id, String certificate, int quantity) {
        return of(id, quantity, List.of(certificate(certificate, 1200)));
    }

    /** The same, by these certificates. */
    static Batch of(String id, int quantity, List<Document> certificates) {
        List<Document> documents = new ArrayList<>(List.of(
                document("SUPPLIER_LICENCE", "SL-1", SUPPLIER, null, null, null, List.of()),
                document("DISINFECTION_CERTIFICATE", "DC-" + id, null, null, null, null, lots(1200)),
                document("TEST_REPORT", "TR-" + id, null, null, null, "NEGATIVE", lots(1200))));
        documents.addAll(certificates);
        return with(id, lots(quantity), documents);
    }

    static Batch with(String id, List<Lot> lots, List<Document> documents) {
        return new Batch(
                id,
                null,
                new Operator("O-1", null, Days.NONE),
                Days.of("2022-04-05"),
                TODAY,
                SUPPLIER,
                new Goods("车厘子", "CL", false),
                lots,
                documents);
    }

    static Document certificate(String number, int quantity) {
        return certificate(number, lots(quantity));
    }

    static Document certificate(String number, List<Lot> lots) {
        return document("QUARANTINE_CERTIFICATE", number, null, "车厘子", "CL", null, lots);
    }

    static List<Lot> lots(int quantity) {
        return List.of(new Lot("L1", BigDecimal.valueOf(quantity), "kg"));
    }

    static Document document(
            String type,
            @Nullable String number,
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
}
