package org.anxin.pages;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.WrittenRule;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The fields by which a new rule, and a new kind of document, are named. */
final class NewRuleNames {
    static final String ID = "id";
    static final String SENTENCE = "sentence";
    static final String TITLE = "title";
    static final String DIRECTIVE = "directive";
    static final String CODE = "code";
    static final String CODE_ZH = "code-zh";
    static final String CODE_EN = "code-en";

    private static final Pattern ID_FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");
    private static final Pattern CODE_FORM = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** What would end a text of a rule file, or hide in it. */
    private static final Pattern REFUSED = Pattern.compile("[\"\\\\\\p{Cntrl}{}]");

    private static final Bilingual ID_WRONG = new Bilingual(
            "编号须由大写字母、数字和连字符组成，例如 EM-FM-1D-MAY。",
            "An id is made of capital letters, digits and hyphens, such as EM-FM-1D-MAY.");
    private static final Bilingual ID_TAKEN =
            new Bilingual("已有这个编号的规则；请另取一个。", "There is a rule with this id; choose another.");
    private static final Bilingual TEXT_WRONG =
            new Bilingual("请填写一句话，不含引号、反斜线和花括号。", "Enter a sentence without quotes, backslashes or braces.");
    private static final Bilingual CODE_WRONG = new Bilingual(
            "代码须由大写字母、数字和下划线组成，例如 ORIGIN_CERTIFICATE；名称两种文字都要填写。",
            "A code is made of capital letters, digits and _, such as ORIGIN_CERTIFICATE; give its name in both languages.");

    private NewRuleNames() {}

    /**
     * Its id, its sentence, its title and its directive.
     *
     * @param values what was written into a field of this name, or else its second argument
     */
    static List<ChangePage.Input> inputs(Ruleset ruleset, WrittenRule written, BinaryOperator<String> values) {
        Rule rule = written.rule();
        String id = values.apply(ID, rule.id() + "-2");
        boolean isTaken = ruleset.rules().stream().anyMatch(one -> one.id().equals(id));
        String directive = values.apply(DIRECTIVE, rule.directive().id());
        List<ChangePage.Choice> choices = ruleset.directives().values().stream()
                .map(one ->
                        new ChangePage.Choice(one.id(), one.title(), one.id().equals(directive)))
                .toList();
        return List.of(
                text(
                        ID,
                        new Bilingual("编号", "Id"),
                        id,
                        !ID_FORM.matcher(id).matches() ? ID_WRONG : isTaken ? ID_TAKEN : null),
                sentence(
                        TITLE,
                        new Bilingual("名称（中文）", "Title (Chinese)"),
                        values.apply(TITLE, rule.title().zh())),
                sentence(
                        SENTENCE,
                        new Bilingual("名称（英文）", "Title (English)"),
                        values.apply(SENTENCE, rule.title().en())),
                new ChangePage.Input(
                        DIRECTIVE,
                        new Bilingual("依据（先在 directives.yaml 中登记）", "Directive (declare it in directives.yaml first)"),
                        "choice",
                        directive,
                        rule.directive().id(),
                        choices,
                        ruleset.directives().containsKey(directive)
                                ? null
                                : new Bilingual("请选择其中一项。", "Choose one of these.")));
    }

    /** A kind of document that is not declared yet. */
    static ChangePage.Group document(BinaryOperator<String> values) {
        String code = values.apply(CODE, "");
        String zh = values.apply(CODE_ZH, "");
        String en = values.apply(CODE_EN, "");
        boolean isGiven = !(code + zh + en).isEmpty();
        boolean isGood = CODE_FORM.matcher(code).matches() && isSentence(zh) && isSentence(en);
        return new ChangePage.Group(
                "document",
                new Bilingual("新的凭证种类", "A new kind of document"),
                new Bilingual(
                        "凭证尚未登记时填写；会写入 words.yaml，并代替上面所选的凭证。",
                        "Fill in if the document is not declared yet. It is written into words.yaml, and takes the place of the"
                                + " one chosen above."),
                List.of(
                        text(CODE, new Bilingual("代码", "Code"), code, isGiven && !isGood ? CODE_WRONG : null),
                        text(CODE_ZH, new Bilingual("中文名称", "Name in Chinese"), zh, null),
                        text(CODE_EN, new Bilingual("英文名称", "Name in English"), en, null)));
    }

    private static ChangePage.Input sentence(String name, Bilingual label, String value) {
        return text(name, label, value, isSentence(value) ? null : TEXT_WRONG);
    }

    private static boolean isSentence(String text) {
        return !text.isBlank() && text.length() <= 200 && !REFUSED.matcher(text).find();
    }

    private static ChangePage.Input text(String name, Bilingual label, String value, @Nullable Bilingual mistake) {
        return new ChangePage.Input(name, label, "text", value, "", List.of(), mistake);
    }
}
