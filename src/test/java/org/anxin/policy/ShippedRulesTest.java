package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.anxin.rulebook.Mistake;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void theShippedRulesHaveNoMistakesAndEveryRuleHasAFiringAndASilentCase() {
        PolicyCheck.Result result = RuleTexts.shipped().check();
        assertThat(result.policy()).isNotNull();
        assertThat(result.mistakes()).extracting(Mistake::text).isEmpty();
    }

    @Test
    void aFailingCaseIsAWarningThatNamesItsLineAndTheDifference() {
        RuleTexts edited = RuleTexts.shipped().replacing("testing/cadence.drl", "every(3).days()", "every(5).days()");
        PolicyCheck.Result result = edited.check();
        assertThat(result.policy()).isNotNull();
        assertThat(result.mistakes()).isNotEmpty().allSatisfy(mistake -> {
            assertThat(mistake.code()).isEqualTo("CASE_FAILED");
            assertThat(mistake.fatal()).isFalse();
        });
        assertThat(result.mistakes().get(0).text())
                .contains("cases.yaml:")
                .contains("is expected to be")
                .contains("but is");
    }

    @Test
    void aRuleWithoutCasesIsAWarning() {
        PolicyCheck.Result result = RuleTexts.shipped()
                .appending("testing/actions-blocked.drl", """

                        rule "AC-EXEMPT Nobody is exempt without a warning"
                            @title("豁免人员预警")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $p : Person( status == "NO_OBLIGATION" )
                        then
                            actions.warn( $p );
                        end
                        """)
                .with("testing/cadence.cases.yaml", "[]")
                .check();
        assertThat(result.policy()).isNotNull();
        assertThat(result.mistakes())
                .extracting(Mistake::text)
                .anySatisfy(text -> assertThat(text)
                        .contains("testing/actions-blocked.drl:")
                        .contains("CASE_MISSING")
                        .contains("AC-EXEMPT"));
    }
}
