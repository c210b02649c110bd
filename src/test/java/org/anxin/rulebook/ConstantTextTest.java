package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTextTest {
    private static final Position QUOTE = new Position("admission/own.drl", 7, 30);

    private final Mistakes mistakes = new Mistakes();

    @ParameterizedTest
    @CsvSource({"CL, cl", "ｃｌ, cl", "' Hai　Tong ', hai tong", "STRAẞE, strasse"})
    void aConstantTakesTheFormOfItsField(String written, String formed) {
        assertThat(formed(written)).isEqualTo(formed);
        assertThat(mistakes.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab＂c", "ab＼c", "ab﹨c"})
    void whatWouldBecomeAQuoteOrABackslashIsRefusedWhereItStands(String written) {
        assertThat(formed(written)).isNull();
        Mistake mistake = onlyMistake();
        assertThat(mistake.code()).isEqualTo(MistakeCode.CHARACTER_REFUSED.name());
        assertThat(mistake.at()).isEqualTo(new Position("admission/own.drl", 7, 33));
        assertThat(mistake.text()).contains(written.substring(2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　"})
    void aBlankConstantCouldNeverBeEqualToAnything(String written) {
        assertThat(formed(written)).isNull();
        assertThat(onlyMistake().code()).isEqualTo(MistakeCode.VALUE_UNFIT.name());
    }

    /** Every character that the lexer lets into a text, alone and among others. */
    @Test
    void nothingThatEndsTheQuotesOrHidesComesOutOfAnyCharacter() {
        int refused = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c == '"' || c == '\\' || Characters.hidden(c)) {
                continue;
            }
            for (String written : List.of(Character.toString(c), "a" + Character.toString(c) + "b")) {
                String formed = ConstantText.formed(literal(written), CommonForm::of, new Mistakes());
                refused += formed == null ? 1 : 0;
                assertThat(formed == null
                                || formed.chars().noneMatch(each -> each == '"' || each == '\\' || each < ' '))
                        .as("U+%04X", c)
                        .isTrue();
            }
        }
        assertThat(refused).isPositive();
    }

    private @Nullable String formed(String written) {
        return ConstantText.formed(literal(written), CommonForm::of, mistakes);
    }

    private Mistake onlyMistake() {
        assertThat(mistakes.sorted()).hasSize(1);
        return mistakes.sorted().get(0);
    }

    private static RuleTree.Literal literal(String text) {
        return new RuleTree.Literal(QUOTE, RuleTree.Literal.Kind.TEXT, text);
    }
}
