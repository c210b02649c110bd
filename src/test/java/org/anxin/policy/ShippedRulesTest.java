package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            assertThat(mistake.code()).isIn("CASE_FAILED", "CASE_ONE_SIDED");
            assertThat(mistake.fatal()).isFalse();
        });
        assertThat(result.mistakes().get(0).text())
                .contains("cases.yaml:")
                .contains("is expected to be")
                .contains("but is");
    }

    @Test
    void aNumberOfWhichNoCaseIsOnOneSideIsAWarningThatNamesTheSide() {
        assertThat(oneSided(RuleTexts.shipped().replacing("testing/samples.drl", "daysAgo <= 1", "daysAgo <= 20")))
                .anySatisfy(
                        text -> assertThat(text).contains("SA-PENDING", "daysAgo = 20 (daysAgo <= 20)", "samples.drl"))
                .anySatisfy(text -> assertThat(text).contains("SA-PENDING", "daysAgo = 21 (daysAgo <= 20)"));
    }

    @Test
    void aWindowOfWhichNoCaseIsOnOneSideIsAWarningThatNamesTheDay() {
        assertThat(oneSided(RuleTexts.shipped()
                        .replacing("testing/emergency-2022-04.drl", "to(\"2022-04-07\")", "to(\"2022-04-20\")")))
                .anySatisfy(text -> assertThat(text).contains("EM-FM-1D", "the last day of its window, 2022-04-20"))
                .anySatisfy(text -> assertThat(text).contains("EM-FM-1D", "the day after its window, 2022-04-21"));
    }

    @Test
    void aCadenceThatNoCaseShowsOverdueIsAWarning() {
        assertThat(oneSided(RuleTexts.shipped().replacing("testing/cadence.drl", "every(14)", "every(60)")))
                .anySatisfy(text -> assertThat(text).contains("IC-14D", "the first day overdue (once every 60 days)"));
    }

    private static List<String> oneSided(RuleTexts texts) {
        return texts.check().mistakes().stream()
                .filter(mistake -> mistake.code().equals("CASE_ONE_SIDED"))
                .map(Mistake::text)
                .toList();
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
