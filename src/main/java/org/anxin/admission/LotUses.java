package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch takes of the lots on its documents. */
public final class LotUses {
    private LotUses() {}

    /** A declared lot in one unit. */
    record Needed(String lotNo, String unit) {}

    /** The declared quantities by lot number and unit, added, in the order of the declaration. */
    static Map<Needed, BigDecimal> needed(Batch batch) {
        Map<Needed, BigDecimal> needed = new LinkedHashMap<>();
        for (Lot lot : batch.lots()) {
            LotLine line = LotLine.of(lot);
            BigDecimal quantity = line.quantity();
            if (quantity != null && line.spelling() != null) {
                needed.merge(new Needed(line.lotNo(), line.unit()), quantity, BigDecimal::add);
            }
        }
        return needed;
    }

    /**
     * What the batch takes: of each type of document, from the documents that list the lot in the order of presentation as
     * much as others leave, and whatever is more than that from the last one. A document without a number cannot be known
     * again and gives nothing.
     *
     * @param taken what others take
     */
    public static List<LotUse> of(Batch batch, List<LotUse> taken) {
        List<LotUse> uses = new ArrayList<>();
        List<String> types =
                batch.documents().stream().map(Document::type).distinct().toList();
        Map<Needed, BigDecimal> needed = needed(batch);
        for (String type : types) {
            Remainder remainder = new Remainder(batch, type, taken);
            needed.forEach((lot, quantity) -> take(lot, quantity, remainder.parts(lot.lotNo, lot.unit), uses));
        }
        return uses;
    }

    private static void take(Needed lot, BigDecimal quantity, List<Remainder.Part> parts, List<LotUse> uses) {
        BigDecimal open = quantity;
        for (int at = 0; at < parts.size(); at++) {
            Remainder.Part part = parts.get(at);
            BigDecimal use = at == parts.size() - 1 ? open : open.min(part.left());
            if (use.signum() > 0) {
                uses.add(new LotUse(part.key(), lot.lotNo, lot.unit, part.listed(), use));
                open = open.subtract(use);
            }
        }
    }
}
