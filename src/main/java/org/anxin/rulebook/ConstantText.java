package org.anxin.rulebook;

import java.util.function.UnaryOperator;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A text that an author compares a field with, in the form in which the field's texts are compared. Only what this lets
 * through gets between the quotes of emitted DRL.
 */
final class ConstantText {
    private ConstantText() {}

    /** The text in that form, or null and a mistake where it could end the quotes, or could never be equal to anything. */
    static @Nullable String formed(RuleTree.Literal value, UnaryOperator<String> form, Mistakes mistakes) {
        String formed = form.apply(value.text());
        if (formed.isBlank()) {
            mistakes.add(MistakeCode.VALUE_UNFIT.at(
                    value.at(),
                    new Bilingual("非空的文本", "a text that is not blank"),
                    new Bilingual("写出要比较的文本。", "Write the text to compare with.")));
            return null;
        }
        if (formed.codePoints().anyMatch(ConstantText::refused)) {
            mistakes.add(refusal(value, formed, form));
            return null;
        }
        return formed;
    }

    private static boolean refused(int character) {
        return character == '"' || character == '\\' || Characters.hidden(character);
    }

    /** Names the author's character where it stands: the lexer has let it through, its form is what is refused. */
    private static Mistake refusal(RuleTree.Literal value, String formed, UnaryOperator<String> form) {
        int[] written = value.text().codePoints().toArray();
        for (int at = 0; at < written.length; at++) {
            String character = Character.toString(written[at]);
            if (form.apply(character).codePoints().anyMatch(ConstantText::refused)) {
                Position quote = value.at();
                return mistake(new Position(quote.file(), quote.line(), quote.column() + 1 + at), written[at]);
            }
        }
        return mistake(
                value.at(),
                formed.codePoints().filter(ConstantText::refused).findFirst().orElseThrow());
    }

    private static Mistake mistake(Position at, int character) {
        return MistakeCode.CHARACTER_REFUSED.at(
                at,
                Characters.shown(character),
                new Bilingual(
                        "比较时它等同于引号、反斜杠或不可见字符；删去它。",
                        "It is compared as a quote, a backslash or a hidden character. Remove it."));
    }
}
