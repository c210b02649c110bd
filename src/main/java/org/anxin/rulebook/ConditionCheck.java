package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Checks the condition of one rule against its fact type and the declared words. */
final class ConditionCheck {
    /** Numbers beyond this are mistyped: no field counts anything but days. */
    private static final int LARGEST = 1_000_000;

    private final FactType<?> fact;
    private final Constants constants;
    private final Mistakes mistakes;

    ConditionCheck(FactType<?> fact, Constants constants, Mistakes mistakes) {
        this.fact = fact;
        this.constants = constants;
        this.mistakes = mistakes;
    }

    /** The checked condition; comparisons with mistakes are left out of it and reported. */
    Condition check(RuleTree.Condition condition) {
        return check(condition, true);
    }

    /**
     * @param wanted false below an odd number of negations: and becomes or, every comparison its opposite
     */
    private Condition check(RuleTree.Condition condition, boolean wanted) {
        if (condition instanceof RuleTree.Condition.Not not) {
            return check(not.part(), !wanted);
        }
        if (condition instanceof RuleTree.Condition.All all) {
            return joined(all.parts(), wanted, wanted);
        }
        if (condition instanceof RuleTree.Condition.Any any) {
            return joined(any.parts(), wanted, !wanted);
        }
        Condition checked = comparison((RuleTree.Condition.Comparison) condition, wanted);
        return checked == null ? new Condition.And(List.of()) : checked;
    }

    private Condition joined(List<RuleTree.Condition> parts, boolean wanted, boolean and) {
        List<Condition> checked =
                parts.stream().map(part -> check(part, wanted)).toList();
        return and ? new Condition.And(checked) : new Condition.Or(checked);
    }

    private @Nullable Condition comparison(RuleTree.Condition.Comparison written, boolean wanted) {
        Field<?> field = fact.field(written.field());
        if (field == null) {
            mistakes.add(MistakeCode.FIELD_UNKNOWN
                    .at(written.at(), fact.name(), written.field(), Constants.choose(written.field(), fieldNames()))
                    .fixedBy(Fix.nearest(written.at(), written.field(), fieldNames())));
            return null;
        }
        if (field instanceof Field.Word<?> word) {
            return oneOf(written, field, value -> constants.word(value, word.kind()), wanted);
        }
        if (field instanceof Field.Text<?> text) {
            return oneOf(written, field, value -> constants.text(value, text.form()), wanted);
        }
        if (field instanceof Field.WordSet<?> set) {
            return contains(written, set, wanted);
        }
        return field instanceof Field.Flag<?> flag ? truth(written, flag, wanted) : relation(written, field, wanted);
    }

    private @Nullable Condition oneOf(
            RuleTree.Condition.Comparison written,
            Field<?> field,
            Function<RuleTree.Literal, @Nullable String> read,
            boolean wanted) {
        boolean positive = switch (written.operator()) {
            case "==", "in" -> true;
            case "!=", "not in" -> false;
            default -> {
                unfit(written, "用 ==、!=、in 或 not in。", "Use ==, !=, in or not in.");
                yield true;
            }
        };
        List<String> codes = new ArrayList<>();
        for (RuleTree.Literal value : written.values()) {
            String code = read.apply(value);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? null : new Condition.OneOf(field, codes, positive == wanted);
    }

    private @Nullable Condition contains(
            RuleTree.Condition.Comparison written, Field.WordSet<?> field, boolean wanted) {
        if (!written.operator().endsWith("contains")) {
            unfit(written, "用 contains 或 not contains。", "Use contains or not contains.");
            return null;
        }
        String code = constants.word(written.values().get(0), field.kind());
        return code == null
                ? null
                : new Condition.Contains(field, code, written.operator().equals("contains") == wanted);
    }

    private @Nullable Condition truth(RuleTree.Condition.Comparison written, Field.Flag<?> field, boolean wanted) {
        switch (written.operator()) {
            case "" -> {
                return new Condition.Truth(field, wanted);
            }
            case "==", "!=" -> {
                RuleTree.Literal value = written.values().get(0);
                if (value.kind() == RuleTree.Literal.Kind.TRUTH) {
                    boolean same =
                            written.operator().equals("==") == value.text().equals("true");
                    return new Condition.Truth(field, same == wanted);
                }
                mistakes.add(MistakeCode.VALUE_UNFIT.at(
                        value.at(),
                        new Bilingual("true 或 false", "true or false"),
                        new Bilingual("写 true 或 false。", "Write true or false.")));
            }
            default -> unfit(written, "只写字段名，或用 == true、== false。", "Write the field alone, or == true, == false.");
        }
        return null;
    }

    private @Nullable Condition relation(RuleTree.Condition.Comparison written, Field<?> field, boolean wanted) {
        List<Condition> parts = new ArrayList<>();
        boolean list = written.operator().endsWith("in");
        if (!list && !List.of("==", "!=", "<", "<=", ">", ">=").contains(written.operator())) {
            unfit(written, "用 ==、!=、<、<=、>、>= 或 in。", "Use ==, !=, <, <=, >, >= or in.");
            return null;
        }
        boolean positive = !written.operator().startsWith("not ") == wanted;
        Condition.Sign sign = list ? Condition.Sign.EQUAL : Condition.Sign.of(written.operator());
        for (RuleTree.Literal value : written.values()) {
            Integer constant =
                    field instanceof Field.Day ? constants.day(value) : constants.number(value, -LARGEST, LARGEST);
            if (constant != null) {
                boolean ifMissing = sign == Condition.Sign.DIFFERENT;
                parts.add(new Condition.Relation(
                        field, positive ? sign : sign.opposite(), constant, ifMissing == positive));
            }
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return parts.isEmpty() ? null : positive ? new Condition.Or(parts) : new Condition.And(parts);
    }

    private List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        fact.fields().forEach(field -> names.add(field.name()));
        return names;
    }

    private void unfit(RuleTree.Condition.Comparison written, String zh, String en) {
        mistakes.add(MistakeCode.OPERATOR_UNFIT.at(written.operatorAt(), written.field(), new Bilingual(zh, en)));
    }
}
