package org.anxin.pages;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.json.CivilDay;
import org.anxin.json.Decimal;
import org.anxin.json.Text;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A form with what was written into it, and what is wrong with that: mistakes are noted at their fields while the fields are
 * read, so that the writer sees all of them at once and nothing is lost.
 */
public final class FilledForm {
    private static final Bilingual REQUIRED = new Bilingual("请填写。", "Fill this in.");
    private static final Bilingual NO_ID = new Bilingual(
            "只能用字母、数字和 . _ : -，最多 64 个字符。", "Use letters, digits and . _ : - only, at most 64 characters.");
    private static final Bilingual NO_TEXT =
            new Bilingual("最多 200 字，不能有换行等控制字符。", "At most 200 characters, no control characters.");
    private static final Bilingual NO_DAY =
            new Bilingual("请填写 1900 至 2999 年间的日期，例如 2022-04-07。", "Enter a day of 1900 to 2999, such as 2022-04-07.");
    private static final Bilingual NO_NUMBER = new Bilingual(
            "请填写数字，例如 1200.5，最多 18 位、小数 6 位。", "Enter a number such as 1200.5: 18 digits at most, 6 decimals.");
    private static final Bilingual NO_WORD = new Bilingual("请从列表中选择。", "Choose from the list.");

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Bilingual> mistakes = new TreeMap<>();
    private final @Nullable Form form;

    private FilledForm(@Nullable Form form) {
        this.form = form;
    }

    /** A form that nobody has written into yet. */
    static FilledForm fresh() {
        return new FilledForm(null);
    }

    /** A form as it was sent. */
    static FilledForm of(Form form) {
        return new FilledForm(form);
    }

    /** What stands in a field before anybody writes into it; null leaves it empty. */
    FilledForm with(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** What stands in a field; empty if nothing does. */
    public String value(String name) {
        return form == null ? values.getOrDefault(name, "") : values.getOrDefault(name, form.raw(name));
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable Bilingual mistake(String name) {
        return mistakes.get(name);
    }

    /** Whether something is wrong with a field. */
    public boolean isWrong(String name) {
        return mistakes.containsKey(name);
    }

    /** Whether a choice is made. */
    public boolean has(String name, String value) {
        return value(name).strip().equals(value);
    }

    /** Whether anything is wrong. */
    public boolean isRefused() {
        return !mistakes.isEmpty();
    }

    /** Says what is wrong with a field, unless something is already said. */
    FilledForm refuse(String name, Bilingual mistake) {
        mistakes.putIfAbsent(name, mistake);
        return this;
    }

    /** A text of at most 200 characters; null if it is blank or wrong. */
    @Nullable
    String text(String name) {
        String text = value(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (Text.mistake(text) != null) {
            refuse(name, NO_TEXT);
            return null;
        }
        return text;
    }

    /** A text that has to be there; empty, with a mistake, if it is not. */
    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            refuse(name, REQUIRED);
            return "";
        }
        return text;
    }

    /** An id; null if it is blank or wrong. */
    @Nullable
    String id(String name) {
        String id = value(name).strip();
        if (!id.isEmpty() && !Text.isId(id)) {
            refuse(name, NO_ID);
        }
        return id.isEmpty() || !Text.isId(id) ? null : id;
    }

    /** An id that has to be there; empty, with a mistake, if it is not. */
    String requiredId(String name) {
        String id = id(name);
        if (id == null) {
            refuse(name, REQUIRED);
            return "";
        }
        return id;
    }

    /** An epoch day; {@link Days#NONE} if it is blank or wrong. */
    int day(String name) {
        String text = value(name).strip();
        int day = text.isEmpty() ? Days.NONE : CivilDay.ofDate(text);
        if (!text.isEmpty() && day == Days.NONE) {
            refuse(name, NO_DAY);
        }
        return day;
    }

    /** An epoch day; {@code usual} if it is blank or wrong. */
    int day(String name, int usual) {
        int day = day(name);
        return day == Days.NONE ? usual : day;
    }

    /** An exact number; null if it is blank or wrong. */
    @Nullable
    BigDecimal number(String name) {
        String text = value(name).strip();
        BigDecimal number = text.isEmpty() || !Decimal.isPlain(text) ? null : Decimal.of(text);
        if (!text.isEmpty() && number == null) {
            refuse(name, NO_NUMBER);
        }
        return number;
    }

    /** A declared word; null if it is blank or wrong. */
    @Nullable
    String word(String name, String kind, Words words) {
        String code = value(name).strip();
        String word = words.canonical(kind, code);
        if (!code.isEmpty() && word == null) {
            refuse(name, NO_WORD);
        }
        return word;
    }
}
