package org.anxin.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every version of a rule that differs from it in one thing that an author might get wrong: a number or a date by one, a
 * comparison, a word, a condition or a word of a phrase left out.
 */
final class TreeChanges {
    /** What stands in messages for something that is left out. */
    private static final String NOTHING = "—";

    private final RuleTree tree;
    private final FactType<?> fact;
    private final Words words;
    private final List<Change> changes = new ArrayList<>();

    /**
     * One version.
     *
     * @param was what an author wrote
     * @param becomes what stands there instead
     */
    record Change(Position at, String was, String becomes, RuleTree tree) {}

    private TreeChanges(RuleTree tree, FactType<?> fact, Words words) {
        this.tree = tree;
        this.fact = fact;
        this.words = words;
    }

    /** All changes of {@code tree}; some of them may break the rules of the language. */
    static List<Change> of(RuleTree tree, FactType<?> fact, Words words) {
        TreeChanges changes = new TreeChanges(tree, fact, words);
        RuleTree.Condition top = tree.pattern().condition();
        changes.condition(
                top instanceof RuleTree.Condition.All ? top : new RuleTree.Condition.All(List.of(top)),
                changes::withCondition);
        changes.arguments(tree.verb().arguments(), arguments -> changes.withVerb(call(tree.verb(), arguments)));
        return changes.changes;
    }

    private RuleTree withCondition(RuleTree.Condition condition) {
        RuleTree.Pattern old = tree.pattern();
        RuleTree.Pattern pattern = new RuleTree.Pattern(old.at(), old.binding(), old.fact(), old.factAt(), condition);
        return new RuleTree(tree.at(), tree.name(), tree.nameAt(), tree.annotations(), pattern, tree.verb());
    }

    private RuleTree withVerb(RuleTree.Call verb) {
        return new RuleTree(tree.at(), tree.name(), tree.nameAt(), tree.annotations(), tree.pattern(), verb);
    }

    private static RuleTree.Call call(RuleTree.Call call, List<RuleTree.Argument> arguments) {
        return new RuleTree.Call(call.at(), call.receiver(), call.name(), call.nameAt(), arguments);
    }

    private void condition(RuleTree.Condition condition, Function<RuleTree.Condition, RuleTree> whole) {
        if (condition instanceof RuleTree.Condition.All all) {
            parts(all.parts(), 1, parts -> whole.apply(new RuleTree.Condition.All(parts)));
        } else if (condition instanceof RuleTree.Condition.Any any) {
            parts(any.parts(), 2, parts -> whole.apply(new RuleTree.Condition.Any(parts)));
        } else if (condition instanceof RuleTree.Condition.Not not) {
            add(first(not).at(), ConditionText.of(not), ConditionText.of(not.part()), whole.apply(not.part()));
            condition(not.part(), part -> whole.apply(new RuleTree.Condition.Not(part)));
        } else {
            comparison((RuleTree.Condition.Comparison) condition, whole);
        }
    }

    /** @param least fewest parts of which one may be left out */
    private void parts(List<RuleTree.Condition> parts, int least, Function<List<RuleTree.Condition>, RuleTree> whole) {
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            RuleTree.Condition part = parts.get(i);
            if (parts.size() >= least) {
                add(first(part).at(), ConditionText.of(part), NOTHING, whole.apply(without(parts, i)));
            }
            condition(part, changed -> whole.apply(with(parts, place, changed)));
        }
    }

    private void comparison(RuleTree.Condition.Comparison written, Function<RuleTree.Condition, RuleTree> whole) {
        String other = other(written.operator());
        if (other == null) {
            RuleTree.Condition not = new RuleTree.Condition.Not(written);
            add(written.at(), ConditionText.of(written), ConditionText.of(not), whole.apply(not));
        } else {
            RuleTree.Condition turned = new RuleTree.Condition.Comparison(
                    written.at(), written.field(), other, written.operatorAt(), written.values());
            add(written.operatorAt(), ConditionText.of(written), ConditionText.of(turned), whole.apply(turned));
        }
        values(
                written,
                values -> whole.apply(new RuleTree.Condition.Comparison(
                        written.at(), written.field(), written.operator(), written.operatorAt(), values)));
    }

    private void values(RuleTree.Condition.Comparison written, Function<List<RuleTree.Literal>, RuleTree> whole) {
        List<RuleTree.Literal> values = written.values();
        for (int i = 0; i < values.size(); i++) {
            RuleTree.Literal value = values.get(i);
            if (values.size() > 1) {
                add(value.at(), ConditionText.of(value), NOTHING, whole.apply(without(values, i)));
            }
            for (String text : others(value, written.field())) {
                RuleTree.Literal changed = new RuleTree.Literal(value.at(), value.kind(), text);
                add(
                        value.at(),
                        ConditionText.of(value),
                        ConditionText.of(changed),
                        whole.apply(with(values, i, changed)));
            }
        }
    }

    private void arguments(List<RuleTree.Argument> arguments, Function<List<RuleTree.Argument>, RuleTree> whole) {
        for (int i = 0; i < arguments.size(); i++) {
            int place = i;
            if (arguments.get(i) instanceof RuleTree.Literal literal) {
                for (String text : neighbours(literal)) {
                    RuleTree.Literal changed = new RuleTree.Literal(literal.at(), literal.kind(), text);
                    add(
                            literal.at(),
                            ConditionText.of(literal),
                            ConditionText.of(changed),
                            whole.apply(with(arguments, i, changed)));
                }
            } else if (arguments.get(i) instanceof RuleTree.Phrase phrase) {
                phrase(phrase, changed -> whole.apply(with(arguments, place, changed)));
            }
        }
    }

    private void phrase(RuleTree.Phrase phrase, Function<RuleTree.Argument, RuleTree> whole) {
        List<RuleTree.Call> calls = phrase.calls();
        for (int i = 0; i < calls.size(); i++) {
            int place = i;
            RuleTree.Call word = calls.get(i);
            if (i > 0) {
                List<RuleTree.Call> fewer = without(calls, i);
                add(
                        word.nameAt(),
                        "." + word.name() + "(…)",
                        NOTHING,
                        whole.apply(new RuleTree.Phrase(phrase.at(), fewer)));
            }
            arguments(
                    word.arguments(),
                    changed -> whole.apply(new RuleTree.Phrase(phrase.at(), with(calls, place, call(word, changed)))));
        }
    }

    private void add(Position at, String was, String becomes, RuleTree changed) {
        changes.add(new Change(at, was, becomes, changed));
    }

    /** The comparison that is most easily mistaken for it; null for a field that stands alone. */
    private static @Nullable String other(String operator) {
        return switch (operator) {
            case "==" -> "!=";
            case "!=" -> "==";
            case "<" -> "<=";
            case "<=" -> "<";
            case ">" -> ">=";
            case ">=" -> ">";
            case "in" -> "not in";
            case "not in" -> "in";
            case "contains" -> "not contains";
            case "not contains" -> "contains";
            default -> null;
        };
    }

    private List<String> others(RuleTree.Literal value, String field) {
        Field<?> compared = fact.field(field);
        String kind = compared instanceof Field.Word<?> word
                ? word.kind()
                : compared instanceof Field.WordSet<?> set ? set.kind() : null;
        if (kind == null) {
            return neighbours(value);
        }
        return words.codes(kind).stream()
                .filter(code -> !code.equals(value.text()))
                .collect(Collectors.toList());
    }

    /** A number or a date, one less and one more. */
    private static List<String> neighbours(RuleTree.Literal value) {
        if (value.kind() == RuleTree.Literal.Kind.NUMBER) {
            int number = Integer.parseInt(value.text());
            return List.of(String.valueOf(number - 1), String.valueOf(number + 1));
        }
        if (value.kind() == RuleTree.Literal.Kind.TRUTH) {
            return List.of(value.text().equals("true") ? "false" : "true");
        }
        LocalDate date = Constants.date(value.text());
        return date == null
                ? List.of()
                : List.of(date.minusDays(1).toString(), date.plusDays(1).toString());
    }

    private static RuleTree.Condition.Comparison first(RuleTree.Condition condition) {
        if (condition instanceof RuleTree.Condition.Comparison comparison) {
            return comparison;
        }
        if (condition instanceof RuleTree.Condition.Not not) {
            return first(not.part());
        }
        List<RuleTree.Condition> parts = condition instanceof RuleTree.Condition.All all
                ? all.parts()
                : ((RuleTree.Condition.Any) condition).parts();
        return first(parts.get(0));
    }

    private static <T> List<T> without(List<T> all, int place) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(place);
        return fewer;
    }

    private static <T> List<T> with(List<? extends T> all, int place, T one) {
        List<T> changed = new ArrayList<>(all);
        changed.set(place, one);
        return changed;
    }
}
