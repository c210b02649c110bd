package org.anxin.admission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declared lots that are the same to every rule, so that rules are asked once for all of them.
 *
 * @param fact what rules see of each
 * @param spellings their numbers as declared, in the order of the declaration; null where blank
 */
record DeclaredLots(DeclaredLot fact, List<@Nullable String> spellings) {

    /** Groups the declared lots by what is missing in them. */
    static DeclaredLots[] of(List<LotLine> lots, int asOf, int entry) {
        List<DeclaredLots> groups = new ArrayList<>(1);
        for (LotLine lot : lots) {
            int flags = (lot.spelling() == null ? DeclaredLot.NUMBER_BLANK : 0)
                    | (lot.quantity() == null ? DeclaredLot.QUANTITY_MISSING : 0);
            alike(flags, groups, asOf, entry).spellings.add(lot.spelling());
        }
        return groups.toArray(DeclaredLots[]::new);
    }

    private static DeclaredLots alike(int flags, List<DeclaredLots> groups, int asOf, int entry) {
        for (DeclaredLots group : groups) {
            if (group.fact.flags() == flags) {
                return group;
            }
        }
        DeclaredLots fresh = new DeclaredLots(new DeclaredLot(flags, asOf, entry), new ArrayList<>(2));
        groups.add(fresh);
        return fresh;
    }
}
