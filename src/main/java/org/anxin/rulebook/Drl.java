package org.anxin.rulebook;

import java.util.List;
import java.util.Map;

/**
 * Writes the DRL that Drools compiles. Nothing an author wrote is copied into it but words and texts that the lexer and
 * the checker have let through; names, fields and signs are ours.
 */
final class Drl {
    private Drl() {}

    /**
     * The DRL of one vocabulary.
     *
     * @param rules all of that vocabulary
     * @param numbers number of each rule; a rule that applies reports it
     */
    static String of(Vocabulary vocabulary, List<CheckedRule> rules, Map<CheckedRule, Integer> numbers) {
        StringBuilder drl =
                new StringBuilder("package rules.").append(vocabulary.name()).append('\n');
        for (FactType<?> fact : vocabulary.facts().values()) {
            drl.append("import ").append(fact.record().getName()).append('\n');
        }
        // Not Java's: that would have every consequence compiled to a class, which takes twice as long.
        drl.append("dialect \"mvel\"\n");
        drl.append("global ").append(Applied.class.getName()).append(" applied\n");
        for (CheckedRule rule : rules) {
            drl.append("rule \"").append(rule.rule().id()).append("\"\nwhen\n    $f : ");
            drl.append(rule.fact().name()).append("( ").append(rule.condition().drl());
            drl.append(" )\nthen\n    applied.add( $f, ")
                    .append(numbers.get(rule))
                    .append(" );\nend\n");
        }
        return drl.toString();
    }
}
