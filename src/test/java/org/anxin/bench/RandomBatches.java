package org.anxin.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Goods;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Batches of a few values each, so that they often coincide and often miss each other by one. */
public final class RandomBatches {
    static final int DAY = Days.of("2022-04-07");

    private static final List<String> TYPES =
            List.of("SUPPLIER_LICENCE", "QUARANTINE_CERTIFICATE", "DISINFECTION_CERTIFICATE", "TEST_REPORT");
    private static final List<String> RESULTS = List.of("NEGATIVE", "NEGATIVE", "NEGATIVE", "POSITIVE", "PENDING");
    private static final List<String> LOTS = List.of("L1", "l1", "Ｌ1 ", "L2", "L2", "L 2", "🍎", "Ａ");
    private static final List<String> UNITS = List.of("kg", "kg", "KG", "箱", "", " ");
    private static final List<String> NAMES = List.of("Straße", "STRASSE", "strasse ", "车厘子", "樱桃");
    private static final List<String> QUANTITIES = List.of("1", "1.0", "2", "3", "0.000001", "0", "-1");

    private final RandomGenerator random;
    /** How likely any one thing is wrong, from 0 to 1. */
    private final double faults;

    RandomBatches(RandomGenerator random, double faults) {
        this.random = random;
        this.faults = faults;
    }

    /** A batch with faults all over. */
    Batch any() {
        return new Batch(
                "B-" + random.nextInt(1000),
                random.nextBoolean() ? "M-11" : null,
                random.nextDouble() < faults ? null : new Operator("O-1", !wrong() ? (Boolean) true : null, day()),
                day(),
                day(),
                of(NAMES),
                random.nextDouble() < faults ? null : new Goods(of(NAMES), of(NAMES), random.nextBoolean()),
                lots(),
                documents());
    }

    /** A batch in order, as most are. */
    static Batch clean(int number, int lots) {
        List<Lot> lines = new ArrayList<>();
        for (int lot = 1; lot <= lots; lot++) {
            lines.add(new Lot("L" + number + "-" + lot, new BigDecimal(100 * lot), "kg"));
        }
        String supplier = "甬城进口贸易有限公司";
        int none = Days.NONE;
        return new Batch(
                "B-" + number,
                "M-11",
                new Operator("O-1", true, DAY - 40),
                DAY - 2,
                DAY,
                supplier,
                new Goods("车厘子", "CL", false),
                lines,
                List.of(
                        new Document(
                                TYPES.get(0),
                                "SL-1",
                                DAY - 300,
                                DAY + 100,
                                none,
                                supplier,
                                null,
                                null,
                                null,
                                List.of()),
                        new Document(TYPES.get(1), "QC-1", DAY - 6, none, none, null, "车厘子", "CL", null, lines),
                        new Document(TYPES.get(2), "DC-1", DAY - 5, none, none, null, null, null, null, lines),
                        new Document(
                                TYPES.get(3), "TR-1", DAY - 4, none, DAY - 5, null, null, null, "NEGATIVE", lines)));
    }

    private List<Document> documents() {
        List<Document> documents = new ArrayList<>();
        for (String type : TYPES) {
            int copies = wrong() ? random.nextInt(3) : 1;
            for (int copy = 0; copy < copies; copy++) {
                documents.add(new Document(
                        type,
                        wrong() ? of(List.of(" ", "N-2")) : "N-1",
                        day(),
                        day(),
                        day(),
                        of(NAMES),
                        of(NAMES),
                        of(NAMES),
                        of(RESULTS),
                        lots()));
            }
        }
        return documents;
    }

    private List<Lot> lots() {
        List<Lot> lots = new ArrayList<>();
        int lines = random.nextInt(4);
        for (int line = 0; line < lines; line++) {
            String quantity = of(QUANTITIES);
            lots.add(new Lot(of(LOTS), quantity == null ? null : new BigDecimal(quantity), of(UNITS)));
        }
        return lots;
    }

    private int day() {
        return wrong() ? Days.NONE : DAY - 2 + random.nextInt(5);
    }

    private @Nullable String of(List<String> values) {
        return random.nextDouble() < faults / 4 ? null : values.get(random.nextInt(values.size()));
    }

    private boolean wrong() {
        return random.nextDouble() < faults;
    }
}
