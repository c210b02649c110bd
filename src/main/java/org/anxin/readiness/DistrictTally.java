package org.anxin.readiness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.Tally;

/** Adds markets up, so that each person counts once: of several types of market, at the one that is declared last. */
final class DistrictTally {
    private final List<String> declared;
    private final Map<String, OfType> types = new TreeMap<>();
    private final Map<String, Counted> people = new HashMap<>();

    /** Markets of one type added up. */
    private static final class OfType {
        private Tally operators = Tally.NONE;
        private int markets;
    }

    /**
     * A person, and where to count.
     *
     * @param type of market
     * @param tally everywhere
     */
    private record Counted(String type, Tally tally) {}

    /** @param declared types of markets, in the order of their declaration */
    DistrictTally(Iterable<String> declared) {
        List<String> order = new ArrayList<>();
        declared.forEach(order::add);
        this.declared = List.copyOf(order);
    }

    void add(String type, RosterDecision decision) {
        OfType same = types.computeIfAbsent(type, first -> new OfType());
        same.markets++;
        same.operators = same.operators.plus(decision.operators());
        decision.each().forEach((id, tally) -> people.merge(id, new Counted(type, tally), this::together));
    }

    private Counted together(Counted one, Counted other) {
        boolean later = declared.indexOf(other.type) > declared.indexOf(one.type);
        return new Counted(later ? other.type : one.type, one.tally.also(other.tally));
    }

    int markets() {
        return types.values().stream().mapToInt(type -> type.markets).sum();
    }

    Tally operators() {
        return types.values().stream().map(type -> type.operators).reduce(Tally.NONE, Tally::plus);
    }

    Tally staff() {
        return people.values().stream().map(Counted::tally).reduce(Tally.NONE, Tally::plus);
    }

    List<Figures.OfType> byType() {
        Map<String, Tally> staff = new HashMap<>();
        people.values().forEach(person -> staff.merge(person.type, person.tally, Tally::plus));
        return types.entrySet().stream()
                .map(type -> new Figures.OfType(
                        type.getKey(),
                        type.getValue().markets,
                        type.getValue().operators,
                        staff.getOrDefault(type.getKey(), Tally.NONE)))
                .toList();
    }
}
