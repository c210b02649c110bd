package org.anxin.readiness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.Tally;

/** Adds markets up, so that each person counts once. */
final class DistrictTally {
    private final Map<String, OfType> types = new TreeMap<>();
    private final OfType all = new OfType();

    /** Markets added up. */
    private static final class OfType {
        private final Map<String, Tally> people = new HashMap<>();
        private Tally operators = Tally.NONE;
        private int markets;

        void add(RosterDecision decision) {
            markets++;
            operators = operators.plus(decision.operators());
            decision.each().forEach((id, tally) -> people.merge(id, tally, Tally::also));
        }

        Tally staff() {
            return people.values().stream().reduce(Tally.NONE, Tally::plus);
        }
    }

    void add(String marketType, RosterDecision decision) {
        all.add(decision);
        types.computeIfAbsent(marketType, type -> new OfType()).add(decision);
    }

    int markets() {
        return all.markets;
    }

    Tally operators() {
        return all.operators;
    }

    Tally staff() {
        return all.staff();
    }

    List<Figures.OfType> byType() {
        return types.entrySet().stream()
                .map(type -> new Figures.OfType(
                        type.getKey(),
                        type.getValue().markets,
                        type.getValue().operators,
                        type.getValue().staff()))
                .toList();
    }
}
