package org.anxin.rulebook;

import java.util.List;
import java.util.Map;

/** A rule with other constants in the places of some. */
final class ChangedLiterals {
    private final Map<Position, String> texts;

    private ChangedLiterals(Map<Position, String> texts) {
        this.texts = texts;
    }

    /**
     * The changed rule.
     *
     * @param texts by the places of the constants that they replace; whether they fit there is for the check to say
     */
    static RuleTree of(RuleTree rule, Map<Position, String> texts) {
        return new ChangedLiterals(texts).tree(rule);
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
        List<RuleTree.Literal> values =
                written.values().stream().map(this::literal).toList();
        return new RuleTree.Condition.Comparison(
                written.at(), written.field(), written.operator(), written.operatorAt(), values);
    }

    private RuleTree.Call call(RuleTree.Call call) {
        List<RuleTree.Argument> arguments =
                call.arguments().stream().map(this::argument).toList();
        return new RuleTree.Call(call.at(), call.receiver(), call.name(), call.nameAt(), arguments);
    }

    private RuleTree.Argument argument(RuleTree.Argument argument) {
        if (argument instanceof RuleTree.Literal literal) {
            return literal(literal);
        }
        return argument instanceof RuleTree.Phrase phrase
                ? new RuleTree.Phrase(
                        phrase.at(), phrase.calls().stream().map(this::call).toList())
                : argument;
    }

    private RuleTree.Literal literal(RuleTree.Literal literal) {
        return new RuleTree.Literal(literal.at(), literal.kind(), texts.getOrDefault(literal.at(), literal.text()));
    }
}
