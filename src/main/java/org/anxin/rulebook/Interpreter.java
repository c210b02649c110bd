package org.anxin.rulebook;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Evaluates the checked conditions themselves. It needs no compilation, so that a check can try many versions of the rules;
 * decisions are Drools', and tests compare the two.
 *
 * @param rules by their number
 */
record Interpreter(List<CheckedRule> rules) implements Matching {
    @Override
    public int[] applying(Record fact) {
        return IntStream.range(0, rules.size())
                .filter(i -> applies(rules.get(i), fact))
                .toArray();
    }

    private static boolean applies(CheckedRule rule, Record fact) {
        return rule.fact().record() == fact.getClass()
                && rule.condition().holds(field -> rule.fact().value(fact, field));
    }
}
