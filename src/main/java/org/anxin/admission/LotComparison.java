package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.text.CommonForm;

/** Compares the declared lots with those that the documents list. */
final class LotComparison {
    private LotComparison() {}

    /** The declared lots by what is missing in them. */
    static AlikeLots[] declared(List<Lot> lots) {
        List<AlikeLots> groups = new ArrayList<>(1);
        for (Lot lot : lots) {
            boolean blank = CommonForm.of(lot.lotNo()).isEmpty();
            int flags = (blank ? DeclaredLot.NUMBER_BLANK : 0)
                    | (Quantities.positive(lot.quantity()) ? 0 : DeclaredLot.QUANTITY_MISSING);
            AlikeLots.add(groups, null, flags, blank ? null : lot.lotNo());
        }
        return groups.toArray(AlikeLots[]::new);
    }

    /** The declared lots that have a number, by how each type of document covers them. */
    static AlikeLots[] covered(List<Lot> lots, Map<String, Quantities> listing) {
        Quantities declared = new Quantities();
        declared.add(lots);
        List<AlikeLots> groups = new ArrayList<>(listing.size());
        for (Lot lot : lots) {
            String lotNo = CommonForm.of(lot.lotNo());
            String unit = CommonForm.of(lot.unit());
            if (!lotNo.isEmpty()) {
                listing.forEach((document, listed) -> {
                    int flags = (listed.list(lotNo) ? LotCoverage.LISTED : 0)
                            | (Quantities.positive(lot.quantity()) ? compared(lotNo, unit, declared, listed) : 0);
                    AlikeLots.add(groups, document, flags, lot.lotNo());
                });
            }
        }
        return groups.toArray(AlikeLots[]::new);
    }

    private static int compared(String lotNo, String unit, Quantities declared, Quantities listed) {
        if (listed.haveOtherUnit(lotNo, unit)) {
            return LotCoverage.UNIT_DIFFERS;
        }
        BigDecimal needed = declared.total(lotNo, unit);
        BigDecimal covered = listed.total(lotNo, unit);
        boolean exceeded = needed != null && covered != null && needed.compareTo(covered) > 0;
        return exceeded ? LotCoverage.QUANTITY_EXCEEDED : 0;
    }
}
