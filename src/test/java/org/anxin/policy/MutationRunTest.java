package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Ruleset;
import org.junit.jupiter.api.Test;

/** No number, comparison, word or window of the shipped rules can change without a case that notices. */
class MutationRunTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    private static MutationRun of(RuleTexts texts) {
        Ruleset ruleset = texts.policy().ruleset();
        return MutationRun.of(ruleset);
    }

    @Test
    void everyChangeOfTheShippedRulesIsNoticed() {
        MutationRun run = of(SHIPPED);
        assertThat(run.survivors()).extracting(Mistake::text).isEmpty();
        // Fewer would mean that something is no longer changed; AD-LOT-TEST without its type of document says no more
        // than
        // the two rules before it.
        assertThat(run.noticed()).isGreaterThan(200);
        assertThat(run.same()).isEqualTo(1);
    }

    @Test
    void aChangeThatNoCaseNoticesIsAWarningAtItsPlace() {
        MutationRun run = of(SHIPPED.with("testing/samples.cases.yaml", "[]"));
        assertThat(run.survivors())
                .extracting(Mistake::text)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("testing/samples.drl:18:50 CHANGE_UNNOTICED")
                        .contains("No case notices when 1 becomes 2."));
        assertThat(run.survivors()).extracting(Mistake::fatal).containsOnly(false);
    }

    @Test
    void aChangeThatNoFactCanTellIsNotHeldAgainstTheCases() {
        RuleTexts twice = SHIPPED.replacing("testing/samples.drl", "daysAgo <= 1", "daysAgo <= 1, daysAgo <= 90");
        MutationRun run = of(twice);
        assertThat(run.survivors()).extracting(Mistake::text).isEmpty();
        assertThat(run.same()).isGreaterThan(4);
    }

    @Test
    void aCaseThatFailsAnywayNoticesNothing() {
        MutationRun run = of(SHIPPED.replacing(
                "testing/samples.cases.yaml", "{dueOn: 2022-03-13, notes: []}", "{dueOn: 2022-03-14, notes: []}"));
        assertThat(run.survivors()).extracting(mistake -> mistake.at().file()).containsExactly("testing/samples.drl");
    }
}
