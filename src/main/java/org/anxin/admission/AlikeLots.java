package org.anxin.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Declared lots that are the same to every rule, so that rules are asked once for all of them.
 *
 * @param document the type of document they are compared with, null if with none
 * @param flags of the {@link DeclaredLot} or {@link LotCoverage}
 * @param spellings their numbers as declared, in the order of the declaration; null where blank
 */
record AlikeLots(@Nullable String document, int flags, List<@Nullable String> spellings) {

    /** What rules see of these lots on day {@code asOf}. */
    DeclaredLot declared(int asOf, int entry) {
        return new DeclaredLot(flags, asOf, entry);
    }

    /** What rules see of these lots and their type of document on day {@code asOf}. */
    LotCoverage covered(int asOf, int entry) {
        return new LotCoverage(Objects.requireNonNull(document), flags, asOf, entry);
    }

    /** Adds a lot to those it is like, or begins a new group at the end of {@code groups}. */
    static void add(List<AlikeLots> groups, @Nullable String document, int flags, @Nullable String spelling) {
        for (AlikeLots group : groups) {
            if (group.flags == flags && Objects.equals(group.document, document)) {
                group.spellings.add(spelling);
                return;
            }
        }
        List<@Nullable String> spellings = new ArrayList<>(2);
        spellings.add(spelling);
        groups.add(new AlikeLots(document, flags, spellings));
    }
}
