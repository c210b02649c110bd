package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Goes through the numbers and days of a rule, in the order of its text, and puts others in their places. */
final class RuleNumbers {
    private final FactType<?> fact;
    private final BiFunction<WrittenNumber, RuleTree.Literal, RuleTree.Literal> change;

    private RuleNumbers(FactType<?> fact, BiFunction<WrittenNumber, RuleTree.Literal, RuleTree.Literal> change) {
        this.fact = fact;
        this.change = change;
    }

    /** Those of a rule. */
    static List<WrittenNumber> of(CheckedRule rule) {
        List<WrittenNumber> numbers = new ArrayList<>();
        RuleNumbers walk = new RuleNumbers(rule.fact(), (number, literal) -> {
            numbers.add(number);
            return literal;
        });
        walk.tree(rule.tree());
        return List.copyOf(numbers);
    }

    /**
     * The rule with other numbers and days.
     *
     * @param texts one for each of {@link #of}; whether it is a number or a day is for the check to say
     */
    static RuleTree with(CheckedRule rule, List<String> texts) {
        int[] next = new int[1];
        RuleNumbers walk = new RuleNumbers(
                rule.fact(),
                (number, literal) -> new RuleTree.Literal(literal.at(), literal.kind(), texts.get(next[0]++)));
        return walk.tree(rule.tree());
    }

    private RuleTree tree(RuleTree tree) {
        RuleTree.Pattern old = tree.pattern();
        RuleTree.Pattern pattern =
                new RuleTree.Pattern(old.at(), old.binding(), old.fact(), old.factAt(), condition(old.condition()));
        RuleTree.Call verb = call(tree.verb());
        return new RuleTree(tree.at(), tree.name(), tree.nameAt(), tree.annotations(), pattern, verb);
    }

    private RuleTree.Condition condition(RuleTree.Condition condition) {
        if (condition instanceof RuleTree.Condition.All all) {
            return new RuleTree.Condition.All(
                    all.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof RuleTree.Condition.Any any) {
            return new RuleTree.Condition.Any(
                    any.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof RuleTree.Condition.Not not) {
            return new RuleTree.Condition.Not(condition(not.part()));
        }
        return comparison((RuleTree.Condition.Comparison) condition);
    }

    private RuleTree.Condition comparison(RuleTree.Condition.Comparison written) {
        // A text that happens to read like a day is no day where ids and names are compared.
        boolean hasDays = fact.field(written.field()) instanceof Field.Day<?>;
        String around = ConditionText.of(written);
        List<RuleTree.Literal> values = written.values().stream()
                .map(value -> literal(value, hasDays, around))
                .toList();
        return new RuleTree.Condition.Comparison(
                written.at(), written.field(), written.operator(), written.operatorAt(), values);
    }

    private RuleTree.Call call(RuleTree.Call call) {
        String around = call.name() + "(…)";
        List<RuleTree.Argument> arguments = call.arguments().stream()
                .map(argument -> argument instanceof RuleTree.Literal literal
                        ? literal(literal, true, around)
                        : argument instanceof RuleTree.Phrase phrase ? phrase(phrase) : argument)
                .toList();
        return new RuleTree.Call(call.at(), call.receiver(), call.name(), call.nameAt(), arguments);
    }

    private RuleTree.Phrase phrase(RuleTree.Phrase phrase) {
        return new RuleTree.Phrase(
                phrase.at(), phrase.calls().stream().map(this::call).toList());
    }

    private RuleTree.Literal literal(RuleTree.Literal literal, boolean mayBeDay, String around) {
        boolean isDay =
                mayBeDay && literal.kind() == RuleTree.Literal.Kind.TEXT && Constants.date(literal.text()) != null;
        return isDay || literal.kind() == RuleTree.Literal.Kind.NUMBER
                ? change.apply(new WrittenNumber(literal.at(), literal.text(), isDay, around), literal)
                : literal;
    }
}
