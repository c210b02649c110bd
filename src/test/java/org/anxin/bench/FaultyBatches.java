package org.anxin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.time.Days;

/** Batches as they come in: most are in order, some have a fault or two that people really make. */
final class FaultyBatches {
    private static final int KINDS = 9;

    private final RandomGenerator random;
    /** Which part of the batches has faults, from 0 to 1. */
    private final double part;

    FaultyBatches(RandomGenerator random, double part) {
        this.random = random;
        this.part = part;
    }

    Batch next(int number) {
        Batch batch = RandomBatches.clean(number, 1 + random.nextInt(3));
        if (random.nextDouble() >= part) {
            return batch;
        }
        int first = random.nextInt(KINDS);
        batch = faulty(batch, first);
        return random.nextInt(3) > 0 ? batch : faulty(batch, (first + 1 + random.nextInt(KINDS - 1)) % KINDS);
    }

    private static Batch faulty(Batch batch, int kind) {
        List<Document> documents = new ArrayList<>(batch.documents());
        Document licence = documents.get(0);
        Document quarantine = documents.get(1);
        List<Lot> listed = quarantine.lots();
        switch (kind) {
            case 0 -> documents.remove(documents.size() - 1);
            case 1 -> documents.set(0, licence(licence, RandomBatches.DAY - 1, "甬城进口贸易有限公司"));
            case 2 -> documents.set(0, licence(licence, RandomBatches.DAY + 100, "甬城贸易有限公司"));
            case 3 -> documents.set(1, quarantine(quarantine, " ", "车厘子", "CL", listed));
            case 4 -> documents.set(1, quarantine(quarantine, "QC-1", "樱桃", "CL", listed));
            case 5 -> documents.set(1, quarantine(quarantine, "QC-1", "车厘子", "AU", listed));
            case 6 -> documents.set(1, quarantine(quarantine, "QC-1", "车厘子", "CL", listed.subList(1, listed.size())));
            case 7 -> {
                Lot one = batch.lots().get(0);
                Lot more = new Lot(one.lotNo(), one.quantity().add(one.quantity()), one.unit());
                List<Lot> declared = new ArrayList<>(batch.lots());
                declared.set(0, more);
                return changed(batch, batch.operator(), declared, documents);
            }
            default -> {
                Operator unsigned = new Operator("O-1", true, Days.NONE);
                return changed(batch, unsigned, batch.lots(), documents);
            }
        }
        return changed(batch, batch.operator(), batch.lots(), documents);
    }

    private static Batch changed(Batch batch, Operator operator, List<Lot> lots, List<Document> documents) {
        return new Batch(
                batch.id(),
                batch.marketId(),
                operator,
                batch.declaredOn(),
                batch.arrivesOn(),
                batch.supplier(),
                batch.goods(),
                lots,
                documents);
    }

    private static Document licence(Document sent, int validUntil, String holder) {
        return new Document(
                sent.type(),
                sent.number(),
                sent.issuedOn(),
                validUntil,
                Days.NONE,
                holder,
                null,
                null,
                null,
                List.of());
    }

    private static Document quarantine(Document sent, String number, String name, String origin, List<Lot> lots) {
        return new Document(sent.type(), number, sent.issuedOn(), Days.NONE, Days.NONE, null, name, origin, null, lots);
    }
}
