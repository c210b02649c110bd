package org.anxin.pages;

import java.util.List;
import org.anxin.policy.RuleHistory;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The history of one rule.
 *
 * @param title by the rules that decide; null if they do not have the rule
 * @param steps the newest first
 * @param older address of what is older; null if all was looked through
 */
public record HistoryPage(
        String rule,
        @Nullable Bilingual title,
        List<Step> steps,
        @Nullable String older) {

    /** A version that says something else about the rule. */
    public record Step(RuleHistory.Step step, RulesPage.Version version) {
        /** The number of the version that was in force then, as text. */
        public String thenText() {
            return step.inForceThen() == 0 ? "—" : Integer.toString(step.inForceThen());
        }
    }
}
