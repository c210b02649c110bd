package org.anxin.admission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Declared lots that the documents of one type cover alike, so that rules are asked once for all of them.
 *
 * @param fact what rules see of each
 * @param spellings their numbers as declared, in the order of the declaration
 */
record CoveredLots(LotCoverage fact, List<String> spellings) {

    /** Groups the declared lots that have a number by how the documents of each type that lists lots cover them. */
    static CoveredLots[] of(List<LotLine> lots, LotNumbers numbers, List<ListedLots> all, int asOf, int entry) {
        if (all.isEmpty()) {
            return new CoveredLots[0];
        }
        Quantities declared = new Quantities(numbers);
        lots.forEach(declared::add);
        List<CoveredLots> groups = new ArrayList<>(all.size());
        for (ListedLots listed : all) {
            int first = groups.size();
            for (LotLine lot : lots) {
                if (lot.spelling() != null) {
                    int flags = flags(lot, numbers.place(lot.lotNo()), declared, listed.lots());
                    alike(flags, listed.document(), groups, first, asOf, entry)
                            .spellings
                            .add(lot.spelling());
                }
            }
        }
        return groups.toArray(CoveredLots[]::new);
    }

    private static int flags(LotLine lot, int place, Quantities declared, Quantities listed) {
        if (!listed.list(place)) {
            return 0;
        }
        return LotCoverage.LISTED | (lot.quantity() == null ? 0 : compared(lot.unit(), place, declared, listed));
    }

    private static int compared(String unit, int place, Quantities declared, Quantities listed) {
        if (listed.haveOtherUnit(place, unit)) {
            return LotCoverage.UNIT_DIFFERS;
        }
        BigDecimal needed = declared.total(place, unit);
        BigDecimal covered = listed.total(place, unit);
        boolean exceeded = needed != null && covered != null && needed.compareTo(covered) > 0;
        return exceeded ? LotCoverage.QUANTITY_EXCEEDED : 0;
    }

    /**
     * @param first where the groups of this type of document begin
     */
    private static CoveredLots alike(
            int flags, String document, List<CoveredLots> groups, int first, int asOf, int entry) {
        for (int at = first; at < groups.size(); at++) {
            if (groups.get(at).fact.flags() == flags) {
                return groups.get(at);
            }
        }
        LotCoverage fact = new LotCoverage(document, flags, asOf, entry);
        CoveredLots fresh = new CoveredLots(fact, new ArrayList<>(2));
        groups.add(fresh);
        return fresh;
    }
}
