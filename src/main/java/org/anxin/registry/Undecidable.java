package org.anxin.registry;

import org.anxin.rulebook.Words;
import org.anxin.testing.Person;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Why stored facts cannot be decided by a ruleset: they use a word that it does not declare. */
public enum Undecidable {
    MARKET_TYPE_UNDECLARED(
            "所在市场的类型不是该规则版本已声明的词。请改正市场的类型，或在 words.yaml 中声明该词。",
            "The type of a market is not declared in this ruleset. Correct the market, or declare the word in words.yaml."),
    CATEGORY_UNDECLARED(
            "岗位类别不是该规则版本已声明的词。请改正岗位，或在 words.yaml 中声明该词。",
            "The category of an assignment is not declared in this ruleset. Correct the assignment, or declare the word in"
                    + " words.yaml."),
    RESULT_UNDECLARED(
            "采样结果不是该规则版本已声明的词。请改正采样，或在 words.yaml 中声明该词。",
            "The result of a sample is not declared in this ruleset. Correct the sample, or declare the word in words.yaml.");

    private final Bilingual message;

    Undecidable(String zh, String en) {
        this.message = new Bilingual(zh, en);
    }

    /** What to correct, without a value of the facts. */
    public Bilingual message() {
        return message;
    }

    /** Why these facts cannot be decided, or null if they can. */
    public static @Nullable Undecidable of(Person facts, Words words) {
        return new WordCheck(words).of(facts);
    }
}
