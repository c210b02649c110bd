package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compiled has one strict shape, and what authors write is plain DRL. */
class EmittedDrlTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    @Test
    void whatIsCompiledOfTheShippedRulesHasTheStrictShape() {
        EmittedShape.assertKept(ruleset(SHIPPED));
    }

    @Test
    void aTestRuleIsCompiledToJustThis() {
        RuleTexts texts =
                SHIPPED.with("testing/cadence.drl", rule("!(marketType == \"FARMERS\" || startsOn < \"2022-04-05\")"));
        assertThat(Policy.RULEBOOK.drl(ruleset(texts).checked()).get("testing")).contains("""
                        rule "XX-1"
                        when
                            $f : Assignment( ((marketType != "FARMERS") && (startsOn == -2147483648 || startsOn >= 19087)) )
                        then
                            applied.add( $f, """);
    }

    @Test
    void theShippedFilesAreDrlForDroolsOwnParser() {
        SHIPPED.texts().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                EmittedShape.assertDroolsReads(text);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "marketType == \"FARMERS\" && category != \"STAFF\" || marketId in (\"a\", \"b\")",
                "!(marketType == \"FARMERS\")",
                "!(!(marketType not in (\"FARMERS\")))",
                "((((marketType == \"FARMERS\"))))",
                "marketId == \"); // /* ' @{x}\", startsOn >= \"2022-04-05\" /* x */ // y\n"
            })
    void whateverIsAcceptedIsDrlForDroolsOwnParser(String condition) {
        RuleTexts texts = SHIPPED.with("testing/cadence.drl", rule(condition));
        EmittedShape.assertKept(ruleset(texts));
        EmittedShape.assertDroolsReads(rule(condition));
    }

    @Test
    void everyFieldOfEveryFactCanBeCompared() {
        StringBuilder all = new StringBuilder("package rules.admission\n");
        int[] number = {0};
        org.anxin.admission.AdmissionVocabulary.VOCABULARY
                .facts()
                .values()
                .forEach(fact -> fact.fields().forEach(field -> {
                    String comparison = comparison(field);
                    all.append("rule \"XX-%d x\"\n@title(\"x\")\n@directive(\"ANXIN-DEFAULTS\")\n"
                                    .formatted(number[0]++))
                            .append("when $x : %s( %s )\n".formatted(fact.name(), comparison))
                            .append("then findings.review( $x, \"UNIT_DIFFERS\" ); end\n");
                }));
        assertThat(ruleset(SHIPPED.with("admission/all.drl", all.toString())).rules())
                .filteredOn(rule -> rule.id().startsWith("XX-"))
                .hasSize(number[0]);
    }

    private static String comparison(Field<?> field) {
        if (field instanceof Field.Flag) {
            return field.name();
        } else if (field instanceof Field.Text) {
            return field.name() + " == \"x\"";
        } else if (field instanceof Field.Day) {
            return field.name() + " >= \"2022-04-05\"";
        } else if (field instanceof Field.WholeNumber) {
            return field.name() + " < 3";
        } else if (field instanceof Field.WordSet) {
            return field.name() + " contains \"TEST_REPORT\"";
        }
        return field.name() + " != \"" + (field.name().equals("result") ? "NEGATIVE" : "TEST_REPORT") + '"';
    }

    @Test
    void whatDroolsRefusesIsAnErrorOfTheRunAndNoRuleset() {
        assertThatThrownBy(() -> Engine.compile(
                        Map.of("x", "package rules.x\nrule \"x\"\nwhen\n  Nothing()\nthen\nend\n"), Bounds.OF_FIRINGS))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Nothing");
    }

    private static String rule(String condition) {
        return """
                package rules.testing;
                rule "XX-1 A rule, with 标点 and 'quotes'"
                    @title("规则（一）：“测试”")
                    @directive("BJ-2022-04-07")
                when
                    $a1_B : Assignment( %s )
                then
                    obligations.require( $a1_B, every(1).days().from("2022-04-05").except("2022-04-06", "2022-04-07") );
                end;
                """.formatted(condition);
    }

    private static Ruleset ruleset(RuleTexts texts) {
        Rulebook.Reading reading = Policy.RULEBOOK.read(RuleFiles.of(texts.texts()));
        assertThat(reading.mistakes())
                .filteredOn(Mistake::fatal)
                .extracting(Mistake::text)
                .isEmpty();
        return Objects.requireNonNull(reading.ruleset());
    }
}
