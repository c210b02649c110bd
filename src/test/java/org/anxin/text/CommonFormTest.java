package org.anxin.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonFormTest {

    @ParameterizedTest
    @CsvSource({
        "ＣＬ, cl",
        "STRASSE, straße",
        "STRAẞE, straße",
        "ΟΔΟΣ, οδος",
        "ΟΔΟΣ, οδοσ",
        "'  Hai　Tong\tFoods  Ltd ', hai tong foods ltd",
        "ﬁsh, FISH",
        "ꭰ, Ꭰ",
        "１２㎏, 12kg",
    })
    void spellingsOfOneTextAreEqual(String one, String other) {
        assertThat(CommonForm.of(one)).isEqualTo(CommonForm.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ı, i", "İ, i", "车厘子, 樱桃", "L1, L 1"})
    void otherTextsDiffer(String one, String other) {
        assertThat(CommonForm.of(one)).isNotEqualTo(CommonForm.of(other));
    }

    @Test
    void nothingAndWhiteSpaceAreBlank() {
        assertThat(CommonForm.of(null)).isEmpty();
        assertThat(CommonForm.of(" \u3000\u00a0\u2028\u0085\t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "' a', a", "'a ', a", "a  b, a b", "Hai Tong (杭州) No.7, hai tong (杭州) no.7"})
    void ordinaryTextsOnlyLoseCaseAndWhiteSpace(String text, String common) {
        assertThat(CommonForm.of(text)).isEqualTo(common);
    }

    @Test
    void caseIsKeptWhereAsked() {
        assertThat(CommonForm.withCase(" ＣＬ\u3000x ")).isEqualTo("CL x");
    }

    @Test
    void foldsAsIcuOverAllCodePoints() {
        Map<String, String> ours = new HashMap<>();
        Map<String, String> icus = new HashMap<>();
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (comparable(letter)) {
                String text = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
                String our = CommonForm.of("x" + text + "x");
                String icu = UCharacter.foldCase("x" + text + "x", true);
                assertThat(ours.put(icu, our)).as("U+%X", letter).isIn(null, our);
                assertThat(icus.put(our, icu)).as("U+%X", letter).isIn(null, icu);
            }
        }
    }

    /** Known to the JDK's Unicode version, and not white space, which is collapsed besides. */
    private static boolean comparable(int letter) {
        return Character.isDefined(letter)
                && Character.getType(letter) != Character.SURROGATE
                && !Character.isWhitespace(letter)
                && !UCharacter.hasBinaryProperty(letter, UProperty.WHITE_SPACE)
                && !Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                        .contains(" ");
    }
}
