package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.policy.RulesetDiff.Kind;
import org.anxin.policy.RulesetDiff.Part;
import org.anxin.rulebook.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesetDiffTest {
    private static final String CADENCE = "testing/cadence.drl";
    private static final String EMERGENCY = "testing/emergency-2022-04.drl";
    private static final String ACTIONS = "testing/actions.drl";
    private static final Ruleset SHIPPED = ShippedPolicy.make().ruleset();

    private static String shipped(String file) {
        return Objects.requireNonNull(RuleTexts.shipped().texts().get(file));
    }

    private static RulesetDiff diff(String file, String text) {
        return RulesetDiff.of(
                SHIPPED, RuleTexts.shipped().with(file, text).policy().ruleset());
    }

    @Test
    void theSameFilesDifferInNothing() {
        assertThat(diff(CADENCE, shipped(CADENCE))).isEqualTo(RulesetDiff.of(SHIPPED, SHIPPED));
        assertThat(RulesetDiff.of(SHIPPED, SHIPPED).files()).isEmpty();
        assertThat(RulesetDiff.of(SHIPPED, SHIPPED).rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "testing/cadence.drl | every(3).days() | every(5).days() | FM-3D | CADENCE",
                "testing/cadence.drl | marketType == \"FARMERS\" | marketType in ( \"FARMERS\", \"PROFESSIONAL\" ) | FM-3D | CONDITION",
                "testing/cadence.drl | 农贸市场从业人员每3天1次核酸检测 | 从业人员每3天1次 | FM-3D | TITLE",
                "testing/actions.drl | actions.suspend( $o ) | actions.warn( $o ) | AC-SUSPEND | CONSEQUENCE",
                "testing/actions.drl | daysLeft <= 1 | daysLeft <= 2 | AC-WARN | CONDITION",
                "testing/emergency-2022-04.drl | to(\"2022-04-07\") | to(\"2022-04-08\") | EM-FM-1D | WINDOW"
            })
    void whatARuleSaysOtherwiseIsNamed(String file, String old, String fresh, String rule, Part part) {
        String text = shipped(file);
        assertThat(text).contains(old);
        RulesetDiff diff = diff(file, text.replaceFirst(java.util.regex.Pattern.quote(old), fresh.replace("$", "\\$")));
        assertThat(diff.files()).extracting(RulesetDiff.FileChange::path).containsExactly(file);
        assertThat(diff.rules()).hasSize(1);
        RulesetDiff.RuleChange change = diff.rules().get(0);
        assertThat(change.rule()).isEqualTo(rule);
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.parts()).containsExactly(part);
        assertThat(Objects.requireNonNull(change.before()).text()).contains(old).startsWith("rule \"" + rule);
        assertThat(Objects.requireNonNull(change.after()).text())
                .contains(fresh)
                .endsWith("end");
    }

    @Test
    void rulesAndFilesThatComeAndGoAreNamed() {
        String added = """
                package rules.testing

                rule "X-1 Market staff at M-99 are sampled every day"
                    @title("临时")
                    @directive("BJ-2022-04-07")
                when
                    $a : Assignment( marketId == "M-99" )
                then
                    obligations.require( $a, every(1).days() );
                end
                """;
        RulesetDiff more = diff("testing/added.drl", added);
        assertThat(more.files())
                .singleElement()
                .satisfies(file -> assertThat(file.kind()).isEqualTo(Kind.ADDED));
        assertThat(more.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(Kind.ADDED);
            assertThat(rule.before()).isNull();
            assertThat(rule.parts()).isEmpty();
        });
        Map<String, String> fewer = new TreeMap<>(RuleTexts.shipped().texts());
        fewer.remove(EMERGENCY);
        fewer.remove(EMERGENCY.replace(".drl", ".cases.yaml"));
        RulesetDiff less = RulesetDiff.of(SHIPPED, new RuleTexts(fewer).policy().ruleset());
        assertThat(less.files()).extracting(RulesetDiff.FileChange::kind).containsOnly(Kind.REMOVED);
        assertThat(less.rules())
                .extracting(RulesetDiff.RuleChange::rule)
                .containsExactly("EM-FM-1D", "EM-FM-2D", "EM-PM-2D");
        assertThat(less.rules()).allMatch(rule -> rule.kind() == Kind.REMOVED && rule.after() == null);
    }

    @Test
    void aChangedCommentChangesAFileAndNoRule() {
        RulesetDiff diff = diff(ACTIONS, "// 说明\n" + shipped(ACTIONS));
        assertThat(diff.rules()).isEmpty();
        assertThat(diff.files())
                .singleElement()
                .satisfies(file -> assertThat(file.lines())
                        .startsWith("--- " + ACTIONS, "+++ " + ACTIONS)
                        .contains("+// 说明"));
    }
}
