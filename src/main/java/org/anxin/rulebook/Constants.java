package org.anxin.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads the constants of rules; one that is none gives null and a mistake that says what to write. */
final class Constants {
    /** Without leading zeros, which Java and Drools take for octal numbers. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NEARLY_DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    private final Words words;
    private final Mistakes mistakes;

    Constants(Words words, Mistakes mistakes) {
        this.words = words;
        this.mistakes = mistakes;
    }

    /** A text in the form in which those of a field are compared. */
    @Nullable
    String text(RuleTree.Literal value, UnaryOperator<String> form) {
        if (value.kind() == RuleTree.Literal.Kind.TEXT) {
            return ConstantText.formed(value, form, mistakes);
        }
        mistakes.add(MistakeCode.VALUE_UNFIT
                .at(
                        value.at(),
                        new Bilingual("双引号内的文本", "a text in double quotes"),
                        new Bilingual("加上双引号。", "Put it in double quotes."))
                .fixedBy(Fix.replacing(value, value.text())));
        return null;
    }

    /** A whole number from {@code min} to {@code max}. */
    @Nullable
    Integer number(RuleTree.Literal value, int min, int max) {
        if (value.kind() != RuleTree.Literal.Kind.NUMBER
                || !WHOLE_NUMBER.matcher(value.text()).matches()) {
            mistakes.add(MistakeCode.VALUE_UNFIT.at(
                    value.at(),
                    new Bilingual("整数", "a whole number"),
                    new Bilingual("写不带引号的整数。", "Write a whole number without quotes.")));
            return null;
        }
        int number = Integer.parseInt(value.text());
        if (min <= number && number <= max) {
            return number;
        }
        mistakes.add(MistakeCode.NUMBER_OUT_OF_RANGE.at(value.at(), min, max));
        return null;
    }

    /** The epoch day of a date written as {@code "2022-04-05"}. */
    @Nullable
    Integer day(RuleTree.Literal value) {
        LocalDate date = value.kind() == RuleTree.Literal.Kind.TEXT ? date(value.text()) : null;
        if (date == null) {
            mistakes.add(noDate(value.at(), value.text()).fixedBy(Fix.replacing(value, meant(value.text()))));
            return null;
        }
        return (int) date.toEpochDay();
    }

    /** The date written as {@code 2022-04-05}, or null if it is none that facts and rules may name. */
    static @Nullable LocalDate date(String text) {
        return DATE.matcher(text).matches() ? dateOf(text) : null;
    }

    /** That {@code typed} is no date; names the one that was probably meant. */
    static Mistake noDate(Position at, String typed) {
        LocalDate meant = dateOf(typed);
        return MistakeCode.DATE_IMPOSSIBLE.at(
                at,
                meant == null
                        ? new Bilingual(
                                "写成 \"2022-04-05\" 的形式，年份为 1900 至 2999。",
                                "Write it as \"2022-04-05\", years 1900 to 2999.")
                        : new Bilingual("改为 \"" + meant + "\"。", "Write \"" + meant + "\" instead."));
    }

    private static @Nullable String meant(String typed) {
        LocalDate meant = dateOf(typed);
        return meant == null ? null : meant.toString();
    }

    private static @Nullable LocalDate dateOf(String text) {
        Matcher parts = NEARLY_DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3));
            long day = date.toEpochDay();
            return Days.FIRST <= day && day <= Days.LAST ? date : null;
        } catch (DateTimeException e) {
            // 30 February and the like: the caller reports it.
            return null;
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** A declared word of {@code kind}. A kind that {@code words.yaml} lacks is reported there, once. */
    @Nullable
    String word(RuleTree.Literal value, String kind) {
        if (!words.declares(kind)) {
            return value.text();
        }
        String code = value.kind() == RuleTree.Literal.Kind.TEXT ? words.canonical(kind, value.text()) : null;
        if (code == null) {
            mistakes.add(MistakeCode.WORD_UNDECLARED
                    .at(value.at(), kind, value.text(), declare(value.text(), kind))
                    .fixedBy(Fix.replacing(value, words.nearest(kind, value.text()))));
        }
        return code;
    }

    private Bilingual declare(String typed, String kind) {
        String meant = words.nearest(kind, typed);
        if (meant != null) {
            return didYouMean(meant);
        }
        Bilingual choice = choose(typed, words.codes(kind));
        return new Bilingual(
                choice.zh() + "或在 words.yaml 的 " + kind + " 中加上它。",
                choice.en() + " Or declare it under " + kind + " in words.yaml.");
    }

    /** What was probably meant, or what there is to choose from. */
    static Bilingual choose(String typed, Collection<String> choices) {
        String nearest = Nearest.to(typed, choices);
        if (nearest != null) {
            return didYouMean(nearest);
        }
        String list = choices.stream().sorted().limit(40).collect(Collectors.joining(", "));
        return new Bilingual("可选：" + list + "。", "Choose one of " + list + ".");
    }

    private static Bilingual didYouMean(String meant) {
        return new Bilingual("是否应为 " + meant + "?", "Did you mean " + meant + "?");
    }
}
