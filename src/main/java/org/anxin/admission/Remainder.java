package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the documents that list a lot, after what other batches take. What a document gives a lot is taken to be
 * the least that anybody who presents it says, so that nobody gains by presenting it with a larger figure.
 */
final class Remainder {
    private final List<Document> documents;
    private final List<LotUse> taken;

    /**
     * @param type of the documents
     */
    Remainder(Batch batch, String type, List<LotUse> taken) {
        this.documents = batch.documents().stream()
                .filter(document -> document.type().equals(type))
                .toList();
        this.taken = taken;
    }

    /**
     * One document that lists the lot.
     *
     * @param key of the document
     * @param listed what it gives the lot in the unit asked about, null if nothing
     * @param used what other batches take of that
     * @param left what they leave
     */
    record Part(DocumentKey key, @Nullable BigDecimal listed, BigDecimal used, BigDecimal left) {}

    /** The documents with a number that list the lot, in the order of presentation. */
    List<Part> parts(String lotNo, String unit) {
        List<Part> parts = new ArrayList<>();
        for (Document document : documents) {
            DocumentKey key = DocumentKey.of(document);
            if (key != null && lists(document, lotNo)) {
                parts.add(part(key, listed(document, lotNo, unit), lotNo, unit));
            }
        }
        return parts;
    }

    private Part part(DocumentKey key, @Nullable BigDecimal listed, String lotNo, String unit) {
        BigDecimal least = listed == null ? BigDecimal.ZERO : listed;
        BigDecimal used = BigDecimal.ZERO;
        for (LotUse use : taken) {
            if (use.document().equals(key)
                    && use.lotNo().equals(lotNo)
                    && use.unit().equals(unit)) {
                used = used.add(use.quantity());
                least = use.listed() == null ? least : least.min(use.listed());
            }
        }
        return new Part(key, listed, used, least.subtract(used).max(BigDecimal.ZERO));
    }

    /** Whether other batches take so much that what is left is less than {@code needed}. */
    boolean usedUp(String lotNo, String unit, BigDecimal needed) {
        BigDecimal left = BigDecimal.ZERO;
        boolean used = false;
        boolean given = false;
        for (Part part : parts(lotNo, unit)) {
            left = left.add(part.left);
            used |= part.used.signum() > 0;
            given |= part.listed != null;
        }
        return used && given && left.compareTo(needed) < 0;
    }

    /** Whether another batch that takes of the lot presents the document with another quantity or unit, or with none. */
    boolean contradicted(String lotNo) {
        for (Document document : documents) {
            DocumentKey key = DocumentKey.of(document);
            if (key != null && lists(document, lotNo) && contradicted(document, key, lotNo)) {
                return true;
            }
        }
        return false;
    }

    private boolean contradicted(Document document, DocumentKey key, String lotNo) {
        for (LotUse use : taken) {
            if (use.document().equals(key) && use.lotNo().equals(lotNo)) {
                BigDecimal listed = listed(document, lotNo, use.unit());
                if (listed == null || use.listed() == null || listed.compareTo(use.listed()) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lists(Document document, String lotNo) {
        return document.lots().stream().anyMatch(lot -> LotLine.of(lot).lotNo().equals(lotNo));
    }

    private static @Nullable BigDecimal listed(Document document, String lotNo, String unit) {
        BigDecimal sum = null;
        for (Lot lot : document.lots()) {
            LotLine line = LotLine.of(lot);
            BigDecimal quantity = line.quantity();
            if (quantity != null && line.lotNo().equals(lotNo) && line.unit().equals(unit)) {
                sum = sum == null ? quantity : sum.add(quantity);
            }
        }
        return sum;
    }
}
