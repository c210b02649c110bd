package org.anxin.rulebook;

import java.util.stream.Collectors;

/** Conditions as an author would write them, for messages. */
final class ConditionText {
    private ConditionText() {}

    /** That of a condition. */
    static String of(RuleTree.Condition condition) {
        if (condition instanceof RuleTree.Condition.All all) {
            return all.parts().stream().map(ConditionText::of).collect(Collectors.joining(" && ", "( ", " )"));
        }
        if (condition instanceof RuleTree.Condition.Any any) {
            return any.parts().stream().map(ConditionText::of).collect(Collectors.joining(" || ", "( ", " )"));
        }
        if (condition instanceof RuleTree.Condition.Not not) {
            String part = of(not.part());
            return part.startsWith("(") || !part.contains(" ") ? "!" + part : "!( " + part + " )";
        }
        return of((RuleTree.Condition.Comparison) condition);
    }

    private static String of(RuleTree.Condition.Comparison comparison) {
        if (comparison.operator().isEmpty()) {
            return comparison.field();
        }
        String values = comparison.values().stream().map(ConditionText::of).collect(Collectors.joining(", "));
        boolean list = comparison.operator().endsWith("in");
        return comparison.field() + " " + comparison.operator() + " " + (list ? "(" + values + ")" : values);
    }

    /** That of a constant. */
    static String of(RuleTree.Literal literal) {
        return literal.kind() == RuleTree.Literal.Kind.TEXT ? '"' + literal.text() + '"' : literal.text();
    }
}
