package org.anxin.patrol;

import java.util.List;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about an item of a check.
 *
 * @param demand null if it is no finding
 * @param copied the rule by which it is widespread in itself, null if none says so
 */
record Answered(@Nullable Demand demand, @Nullable Rule copied) {
    static Answered by(List<Firing> firings) {
        return new Answered(Demand.strictest(firings), copies(firings));
    }

    /** The first rule that has it copied, null if none does. */
    static @Nullable Rule copies(List<Firing> firings) {
        return firings.stream()
                .filter(firing -> firing.consequence() instanceof Copied)
                .map(Firing::rule)
                .findFirst()
                .orElse(null);
    }
}
