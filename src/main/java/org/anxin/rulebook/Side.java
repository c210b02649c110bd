package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * One side of a number or a date that a rule compares a field with: a fact that lies just there, and of which the rule's
 * other conditions leave it to this comparison whether the rule applies.
 *
 * @param rule the rule
 * @param record the facts that can lie there
 * @param what the side, for messages
 * @param holds whether a fact lies there
 */
public record Side(Rule rule, Class<? extends Record> record, Bilingual what, Predicate<Record> holds) {

    /** The sides of all numbers and dates in the conditions of a ruleset. */
    static Stream<Side> of(List<CheckedRule> rules) {
        return rules.stream().flatMap(rule -> {
            List<Condition.Relation> relations = new ArrayList<>();
            rule.condition().visit(comparison -> {
                if (comparison instanceof Condition.Relation relation) {
                    relations.add(relation);
                }
            });
            return relations.stream().flatMap(relation -> of(rule, relation));
        });
    }

    private static Stream<Side> of(CheckedRule rule, Condition.Relation relation) {
        int constant = relation.constant();
        return switch (relation.sign()) {
            case AT_MOST, MORE -> Stream.of(of(rule, relation, constant), of(rule, relation, constant + 1));
            case LESS, AT_LEAST -> Stream.of(of(rule, relation, constant - 1), of(rule, relation, constant));
            case EQUAL, DIFFERENT ->
                Stream.of(
                        of(rule, relation, constant - 1),
                        of(rule, relation, constant),
                        of(rule, relation, constant + 1));
        };
    }

    private static Side of(CheckedRule rule, Condition.Relation relation, int value) {
        boolean day = relation.field() instanceof Field.Day<?>;
        String shown = relation.field().name() + " = " + (day ? Days.text(value) : String.valueOf(value));
        String compared = relation.field().name() + " " + relation.sign().text + " "
                + (day ? Days.text(relation.constant()) : String.valueOf(relation.constant()));
        return new Side(
                rule.rule(),
                rule.fact().record(),
                new Bilingual(" " + shown + "（" + compared + "）", shown + " (" + compared + ")"),
                fact -> Integer.valueOf(value).equals(rule.fact().value(fact, relation.field()))
                        && decides(rule, relation, fact));
    }

    /** Whether the rule would apply or not according to this one comparison. */
    private static boolean decides(CheckedRule rule, Condition.Relation relation, Record fact) {
        return with(rule, relation, fact, true) != with(rule, relation, fact, false);
    }

    private static boolean with(CheckedRule rule, Condition.Relation relation, Record fact, boolean truth) {
        return holds(rule.condition(), relation, rule, fact, truth);
    }

    private static boolean holds(
            Condition condition, Condition.Relation relation, CheckedRule rule, Record fact, boolean truth) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, relation, rule, fact, truth));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, relation, rule, fact, truth));
        }
        return condition.equals(relation)
                ? truth
                : condition.holds(field -> rule.fact().value(fact, field));
    }
}
