package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds rules whose conditions provably mean the same. */
final class Alike {
    /** Most pairs compared; of more rules on the same fields than this makes, the first ones. */
    private static final int MOST_PAIRS = 20_000;

    private Alike() {}

    /** The pairs, in the order of the rules. */
    static List<List<Rule>> of(List<CheckedRule> rules) {
        Map<List<Object>, List<CheckedRule>> byFields = new LinkedHashMap<>();
        rules.forEach(
                rule -> byFields.computeIfAbsent(List.of(rule.fact().name(), fields(rule)), none -> new ArrayList<>())
                        .add(rule));
        List<List<Rule>> alike = new ArrayList<>();
        int pairs = 0;
        for (List<CheckedRule> same : byFields.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size() && pairs < MOST_PAIRS; j++, pairs++) {
                    if (same.get(i).condition().means(same.get(j).condition())) {
                        alike.add(List.of(same.get(i).rule(), same.get(j).rule()));
                    }
                }
            }
        }
        return alike;
    }

    private static Set<String> fields(CheckedRule rule) {
        Set<String> fields = new TreeSet<>();
        rule.condition().visit(comparison -> fields.add(comparison.field().name()));
        return fields;
    }
}
