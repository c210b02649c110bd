package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Compares the declared lots with those that the documents list. */
final class LotComparison {
    private LotComparison() {}

    /** The declared lots by what is missing in them. */
    static AlikeLots[] declared(List<LotLine> lots) {
        List<AlikeLots> groups = new ArrayList<>(1);
        for (LotLine lot : lots) {
            int flags = (lot.spelling() == null ? DeclaredLot.NUMBER_BLANK : 0)
                    | (lot.quantity() == null ? DeclaredLot.QUANTITY_MISSING : 0);
            AlikeLots.add(groups, null, flags, lot.spelling());
        }
        return groups.toArray(AlikeLots[]::new);
    }

    /** The declared lots that have a number, by how the documents of each type that lists lots cover them. */
    static AlikeLots[] covered(List<LotLine> lots, List<ListedLots> all) {
        Quantities declared = new Quantities();
        declared.add(lots);
        List<AlikeLots> groups = new ArrayList<>(all.size());
        for (LotLine lot : lots) {
            if (lot.spelling() != null) {
                for (ListedLots listed : all) {
                    AlikeLots.add(groups, listed.document(), flags(lot, declared, listed.lots()), lot.spelling());
                }
            }
        }
        return groups.toArray(AlikeLots[]::new);
    }

    private static int flags(LotLine lot, Quantities declared, Quantities listed) {
        if (!listed.list(lot.lotNo())) {
            return 0;
        }
        return LotCoverage.LISTED | (lot.quantity() == null ? 0 : compared(lot, declared, listed));
    }

    private static int compared(LotLine lot, Quantities declared, Quantities listed) {
        if (listed.haveOtherUnit(lot.lotNo(), lot.unit())) {
            return LotCoverage.UNIT_DIFFERS;
        }
        BigDecimal needed = declared.total(lot.lotNo(), lot.unit());
        BigDecimal covered = listed.total(lot.lotNo(), lot.unit());
        boolean exceeded = needed != null && covered != null && needed.compareTo(covered) > 0;
        return exceeded ? LotCoverage.QUANTITY_EXCEEDED : 0;
    }
}
