package org.anxin.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Checks the condition of one rule against its fact type and the declared words. */
final class ConditionCheck {
    private final FactType<?> fact;
    private final Words words;
    private final List<Mistake> mistakes;

    ConditionCheck(FactType<?> fact, Words words, List<Mistake> mistakes) {
        this.fact = fact;
        this.words = words;
        this.mistakes = mistakes;
    }

    /** The checked condition; comparisons with mistakes are left out of it and reported. */
    Condition check(RuleTree.Condition condition) {
        return check(condition, true);
    }

    /** @param wanted false below an odd number of negations: and becomes or, every comparison its opposite */
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
            mistakes.add(MistakeCode.FIELD_UNKNOWN.at(
                    written.at(), fact.name(), written.field(), choose(written.field(), fieldNames())));
            return null;
        }
        if (field instanceof Field.Word<?> word) {
            return oneOf(written, field, value -> word(value, word.kind(), words, mistakes), wanted);
        }
        if (field instanceof Field.Text<?> text) {
            return oneOf(written, field, value -> text(value, text), wanted);
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
        String code = word(written.values().get(0), field.kind(), words, mistakes);
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
            Integer constant = field instanceof Field.Day ? day(value, mistakes) : number(value);
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

    private @Nullable String text(RuleTree.Literal value, Field.Text<?> field) {
        if (value.kind() != RuleTree.Literal.Kind.TEXT) {
            mistakes.add(MistakeCode.VALUE_UNFIT.at(
                    value.at(),
                    new Bilingual("双引号内的文本", "a text in double quotes"),
                    new Bilingual("加上双引号。", "Put it in double quotes.")));
            return null;
        }
        return ConstantText.formed(value, field.form(), mistakes);
    }

    private @Nullable Integer number(RuleTree.Literal value) {
        return number(value, -1_000_000, 1_000_000, mistakes);
    }

    /** The whole number written, or null and a mistake. */
    static @Nullable Integer number(RuleTree.Literal value, int min, int max, List<Mistake> mistakes) {
        if (value.kind() != RuleTree.Literal.Kind.NUMBER) {
            mistakes.add(MistakeCode.VALUE_UNFIT.at(
                    value.at(),
                    new Bilingual("整数", "a whole number"),
                    new Bilingual("写不带引号的整数。", "Write a whole number without quotes.")));
            return null;
        }
        if (value.text().length() <= 10) {
            long number = Long.parseLong(value.text());
            if (min <= number && number <= max) {
                return (int) number;
            }
        }
        mistakes.add(MistakeCode.NUMBER_OUT_OF_RANGE.at(value.at(), min, max));
        return null;
    }

    /** The epoch day written as {@code "2022-04-05"}, or null and a mistake. */
    static @Nullable Integer day(RuleTree.Literal value, List<Mistake> mistakes) {
        try {
            if (value.kind() == RuleTree.Literal.Kind.TEXT && value.text().length() == 10) {
                int day = (int) LocalDate.parse(value.text()).toEpochDay();
                if (Days.FIRST <= day && day <= Days.LAST) {
                    return day;
                }
            }
        } catch (DateTimeParseException e) {
            // Reported below, like every other text that is no date.
        }
        mistakes.add(MistakeCode.DATE_IMPOSSIBLE.at(value.at()));
        return null;
    }

    /** The declared word written, or null and a mistake that names the nearest one. */
    static @Nullable String word(RuleTree.Literal value, String kind, Words words, List<Mistake> mistakes) {
        String code = value.kind() == RuleTree.Literal.Kind.TEXT ? words.canonical(kind, value.text()) : null;
        if (code == null) {
            mistakes.add(
                    MistakeCode.WORD_UNDECLARED.at(value.at(), kind, value.text(), declare(value.text(), kind, words)));
        }
        return code;
    }

    private static Bilingual declare(String typed, String kind, Words words) {
        String nearest = words.nearest(kind, typed);
        Bilingual choice = choose(typed, words.codes(kind));
        return nearest != null
                ? choice
                : new Bilingual(
                        choice.zh() + "或在 words.yaml 的 " + kind + " 中加上它。",
                        choice.en() + " Or declare it under " + kind + " in words.yaml.");
    }

    /** "Write X instead", or what there is to choose from. */
    static Bilingual choose(String typed, java.util.Collection<String> choices) {
        String nearest = Nearest.to(typed, choices);
        if (nearest != null) {
            return new Bilingual("是否应为 " + nearest + "?", "Did you mean " + nearest + "?");
        }
        String list = choices.stream().sorted().limit(40).collect(Collectors.joining(", "));
        return new Bilingual("可选:" + list + "。", "Choose one of " + list + ".");
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
