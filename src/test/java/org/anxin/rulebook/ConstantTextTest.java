package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant is compiled in the form in which it is compared, and that form must not end the quotes around it. */
class ConstantTextTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final int COLUMN_OF_QUOTE = "    $d : Declaration( goodsName == \"".length();

    @ParameterizedTest
    @CsvSource({"x＂ || operatorActivated || ＂y, 2", "＂, 1", "x＼, 2", "ab\uFE68, 3"})
    void whatBecomesAQuoteOrABackslashIsRefusedWhereItStands(String text, int place) {
        assertThat(read(text).ruleset()).isNull();
        assertThat(read(text).mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.code()).isEqualTo("CHARACTER_REFUSED");
            assertThat(mistake.at()).isEqualTo(new Position("admission/x.drl", 6, COLUMN_OF_QUOTE + place));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void aBlankTextIsRefusedSinceAMissingOneIsAskedForByItsFlag(String text) {
        assertThat(read(text).mistakes()).extracting(Mistake::code).containsExactly("VALUE_UNFIT");
    }

    @Test
    void otherTextsAreCompiledAsTheyAreCompared() {
        Ruleset ruleset = Objects.requireNonNull(read("ＣＨＥＲＲＹ （车厘子）  x").ruleset());
        String drl = Policy.RULEBOOK.drl(ruleset.checked()).getOrDefault("admission", "");
        assertThat(drl.lines().filter(line -> line.contains("goodsName == ")).toList())
                .isEqualTo(List.of("    $f : Declaration( (goodsName == \"cherry (车厘子) x\") )"));
        EmittedShape.assertKept(ruleset);
    }

    private static Rulebook.Reading read(String text) {
        String rule = """
                package rules.admission
                rule "XX-1 x"
                    @title("x")
                    @directive("ANXIN-DEFAULTS")
                when
                    $d : Declaration( goodsName == "%s" )
                then
                    findings.review( $d, "UNIT_DIFFERS" );
                end
                """.formatted(text);
        return Policy.RULEBOOK.read(
                RuleFiles.of(SHIPPED.with("admission/x.drl", rule).texts()));
    }
}
