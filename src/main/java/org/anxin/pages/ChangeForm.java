package org.anxin.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.anxin.json.CivilDay;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.anxin.rulebook.WrittenRule;
import org.anxin.testing.Terms;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that changes a rule: one for each number and day that the rule names, its window, and for a rule after
 * its pattern the words and names too. What is written is checked as far as a field can tell.
 */
final class ChangeForm {
    static final String FROM = "from";
    static final String TO = "to";
    static final String DOCUMENT = "document";

    private static final String NUMBER = "-?(0|[1-9][0-9]{0,8})";
    private static final Bilingual NO_NUMBER = new Bilingual("请填写整数。", "Enter a whole number.");
    private static final Bilingual NO_DAY = new Bilingual("请填写日期，例如 2022-04-07。", "Enter a day, such as 2022-04-07.");
    private static final Bilingual INVERTED =
            new Bilingual("末日早于首日；请对调或改正。", "The last day is before the first; swap or correct them.");

    private final Ruleset ruleset;
    private final WrittenRule written;
    private final boolean isNew;
    private final Function<String, @Nullable String> values;

    /**
     * @param isNew whether a rule after the pattern of this one is written
     * @param values what was written into a field; null where nothing was yet
     */
    ChangeForm(Ruleset ruleset, WrittenRule written, boolean isNew, Function<String, @Nullable String> values) {
        this.ruleset = ruleset;
        this.written = written;
        this.isNew = isNew;
        this.values = values;
    }

    /** Whether the rule has a window, or may have one. */
    boolean isWindowed() {
        return written.hasPhrase()
                && ruleset.laid().stream()
                        .anyMatch(laid ->
                                laid.rule().id().equals(written.rule().id()) && laid.consequence() instanceof Terms);
    }

    /** The constants that have a field of their own, by its name. */
    Map<String, WrittenRule.Constant> constants() {
        Map<String, WrittenRule.Constant> named = new LinkedHashMap<>();
        for (int i = 0; i < written.constants().size(); i++) {
            WrittenRule.Constant constant = written.constants().get(i);
            boolean ofWindow = isWindowed()
                    && (constant.phrase().equals(FROM) || constant.phrase().equals(TO));
            if (constant.kind() != WrittenRule.Kind.WORD && !ofWindow) {
                named.put("c" + i, constant);
            }
        }
        return named;
    }

    /** The declared words of a condition, each once, by the name of its field. */
    Map<String, WrittenRule.Constant> words() {
        Map<String, WrittenRule.Constant> named = new LinkedHashMap<>();
        for (int i = 0; isNew && i < written.constants().size(); i++) {
            WrittenRule.Constant constant = written.constants().get(i);
            boolean known = named.values().stream().anyMatch(one -> isSame(one, constant));
            if (constant.kind() == WrittenRule.Kind.WORD && constant.saidBy() == null && !known) {
                named.put("w" + i, constant);
            }
        }
        named.values().removeIf(constant -> "finding".equals(constant.wordKind()));
        return named;
    }

    /** Whether two words are of one kind and the same: what is chosen for one holds for both. */
    static boolean isSame(WrittenRule.Constant one, WrittenRule.Constant other) {
        return one.kind() == other.kind()
                && one.text().equals(other.text())
                && Objects.equals(one.wordKind(), other.wordKind());
    }

    private String value(String name, String original) {
        String written = values.apply(name);
        return written == null ? original : written.strip();
    }

    /** All fields, in groups. */
    List<ChangePage.Group> groups() {
        List<ChangePage.Group> groups = new ArrayList<>();
        if (isNew) {
            groups.add(new ChangePage.Group(
                    "names",
                    new Bilingual("新规则", "The new rule"),
                    new Bilingual(
                            "编号由大写字母、数字和连字符组成，例如 EM-FM-1D-MAY。",
                            "An id is made of capital letters, digits and hyphens, such as EM-FM-1D-MAY."),
                    NewRuleNames.inputs(ruleset, written, this::value)));
        }
        List<ChangePage.Input> inputs = new ArrayList<>();
        words().forEach((name, word) -> inputs.add(choice(name, word)));
        constants().forEach((name, constant) -> inputs.add(constant(name, constant)));
        if (!inputs.isEmpty()) {
            groups.add(new ChangePage.Group(
                    "numbers",
                    isNew
                            ? new Bilingual("适用对象与数字", "Whom it concerns, and its numbers")
                            : new Bilingual("数字与日期", "Numbers and days"),
                    null,
                    inputs));
        }
        if (isWindowed()) {
            groups.add(window());
        }
        if (words().values().stream().anyMatch(word -> DOCUMENT.equals(word.wordKind()))) {
            groups.add(NewRuleNames.document(this::value));
        }
        return groups;
    }

    private ChangePage.Input constant(String name, WrittenRule.Constant constant) {
        String value = value(name, constant.text());
        boolean isNumber = constant.kind() == WrittenRule.Kind.NUMBER;
        Bilingual mistake = null;
        if (isNumber && !value.matches(NUMBER)) {
            mistake = NO_NUMBER;
        } else if (!isNumber && CivilDay.ofDate(value) == Days.NONE) {
            mistake = NO_DAY;
        }
        return new ChangePage.Input(
                name, constant.words(), isNumber ? "number" : "date", value, constant.text(), List.of(), mistake);
    }

    private ChangePage.Input choice(String name, WrittenRule.Constant word) {
        String value = value(name, word.text());
        String kind = String.valueOf(word.wordKind());
        List<ChangePage.Choice> choices = ruleset.words().all(kind).stream()
                .map(one ->
                        new ChangePage.Choice(one.code(), one.name(), one.code().equals(value)))
                .toList();
        Words.Word chosen = ruleset.words().find(kind, value);
        return new ChangePage.Input(
                name,
                word.words(),
                "choice",
                value,
                word.text(),
                choices,
                chosen == null ? new Bilingual("请选择其中一项。", "Choose one of these.") : null);
    }

    private ChangePage.Group window() {
        ChangePage.Input from = day(FROM, new Bilingual("首日（空白：一直有效）", "First day (blank: always)"));
        ChangePage.Input to = day(TO, new Bilingual("末日（空白：没有期限）", "Last day (blank: no end)"));
        boolean isInverted = from.mistake() == null
                && to.mistake() == null
                && !from.value().isEmpty()
                && !to.value().isEmpty()
                && to.value().compareTo(from.value()) < 0;
        return new ChangePage.Group(
                "window",
                new Bilingual("施行期间", "Window"),
                new Bilingual(
                        "要提前结束，把末日改为最后一天；首日之前一天起就会预警。",
                        "To close it, name its last day. People are warned from the day before its first."),
                List.of(from, isInverted ? to.with(INVERTED) : to));
    }

    private ChangePage.Input day(String name, Bilingual label) {
        String there = written.dayOf(name);
        String original = there == null ? "" : there;
        String value = value(name, original);
        boolean isWrong = !value.isEmpty() && CivilDay.ofDate(value) == Days.NONE;
        return new ChangePage.Input(name, label, "date", value, original, List.of(), isWrong ? NO_DAY : null);
    }
}
