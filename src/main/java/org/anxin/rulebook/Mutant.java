package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ruleset that differs from another in one thing, to see whether a case notices.
 *
 * @param rule the rule that is changed
 * @param at where
 * @param was what an author wrote
 * @param becomes what stands there instead
 * @param same whether it provably means the same: what the rule lays down is equal, and no fact can tell the two conditions
 *     apart, or an earlier rule lays the same on all that could
 * @param ruleset the changed one; it asks an interpreter instead of Drools
 */
public record Mutant(Rule rule, Position at, String was, String becomes, boolean same, Ruleset ruleset) {

    /** All of a ruleset that the language allows, rule by rule; each is made when the stream comes to it. */
    static Stream<Mutant> of(Ruleset original) {
        List<CheckedRule> rules = original.checked();
        return IntStream.range(0, rules.size()).boxed().flatMap(number -> {
            CheckedRule rule = rules.get(number);
            return TreeChanges.of(rule.tree(), rule.fact(), original.words()).stream()
                    .flatMap(change -> Stream.ofNullable(of(original, number, change)));
        });
    }

    private static @Nullable Mutant of(Ruleset original, int number, TreeChanges.Change change) {
        CheckedRule rule = original.checked().get(number);
        Mistakes mistakes = new Mistakes();
        RuleCheck check = new RuleCheck(original.words(), original.directives(), mistakes);
        check.add(change.tree(), rule.vocabulary());
        if (mistakes.fatal() > 0) {
            return null;
        }
        CheckedRule changed = check.rules().get(0);
        boolean same = changed.consequence().equals(rule.consequence())
                && indistinguishable(original, number, changed.condition());
        List<CheckedRule> rules = new ArrayList<>(original.checked());
        rules.set(number, changed);
        return new Mutant(rule.rule(), change.at(), change.was(), change.becomes(), same, original.interpreting(rules));
    }

    /**
     * Whether no fact can tell the rule from one with another condition: the two conditions hold for the same facts, but for
     * such on which an earlier rule lays the same anyway.
     */
    private static boolean indistinguishable(Ruleset original, int number, Condition other) {
        Condition own = original.checked().get(number).condition();
        Condition open = new Condition.And(List.of(
                possible(original.checked().get(number).fact(), original.words()),
                shadow(original.checked(), number).negated()));
        return Contradiction.in(new Condition.And(List.of(own, other.negated(), open)))
                && Contradiction.in(new Condition.And(List.of(other, own.negated(), open)));
    }

    /** Holds for every fact that there can be. */
    private static Condition possible(FactType<?> type, Words words) {
        List<Condition> all = new ArrayList<>();
        type.fields().forEach(field -> {
            if (field instanceof Field.Word<?> word && word.among() != null) {
                List<String> codes = words.all(word.kind()).stream()
                        .filter(word.among())
                        .map(Words.Word::code)
                        .toList();
                all.add(new Condition.OneOf(field, codes, true));
            }
        });
        return new Condition.And(all);
    }

    private static Condition shadow(List<CheckedRule> rules, int number) {
        CheckedRule rule = rules.get(number);
        List<Condition> earlier = new ArrayList<>();
        for (CheckedRule other : rules.subList(0, number)) {
            if (rule.consequence() instanceof CountsOnce
                    && other.fact() == rule.fact()
                    && other.consequence().equals(rule.consequence())) {
                earlier.add(other.condition());
            }
        }
        return new Condition.Or(earlier);
    }
}
