package org.anxin.patrol;

import java.util.Comparator;
import java.util.List;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the rules demand of an item that was found wanting: the shortest time that any of them gives.
 *
 * @param code a declared word of the kind {@code patrolFinding}
 * @param days from the day of the check to the last day for rectification
 * @param rule the rule that demands it
 */
public record Demand(String code, int days, Rule rule) {
    private static final Comparator<Demand> STRICTEST = Comparator.comparingInt(Demand::days)
            .thenComparing(demand -> demand.rule().id());

    /** The strictest demand of the rules that apply, null if none makes it a finding. */
    static @Nullable Demand strictest(List<Firing> firings) {
        return firings.stream()
                .filter(firing -> firing.consequence() instanceof Raised)
                .map(firing -> of(firing.rule(), (Raised) firing.consequence()))
                .min(STRICTEST)
                .orElse(null);
    }

    private static Demand of(Rule rule, Raised raised) {
        return new Demand(raised.code(), raised.days(), rule);
    }
}
