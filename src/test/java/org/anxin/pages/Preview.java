package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactState;
import org.anxin.impact.Impacting;
import org.anxin.impact.Impacts;
import org.anxin.impact.Shadowing;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.StoredRulesets;
import org.anxin.policy.Versions;
import org.anxin.rulebook.RuleFiles;
import org.anxin.time.Days;

/** A draft that asks for tests more often, with a preview of its impact and a shadow run that is over. */
@Singleton
class Preview {
    private static final int MOST_LOOKS = 3000;
    private static final String FILE = "testing/cadence.drl";

    private final ActivePolicy activePolicy;
    private final StoredRulesets rulesets;
    private final Versions versions;
    private final Impacting impacting;
    private final Impacts impacts;
    private final Shadowing shadowing;

    Preview(
            ActivePolicy activePolicy,
            StoredRulesets rulesets,
            Versions versions,
            Impacting impacting,
            Impacts impacts,
            Shadowing shadowing) {
        this.activePolicy = activePolicy;
        this.rulesets = rulesets;
        this.versions = versions;
        this.impacting = impacting;
        this.impacts = impacts;
        this.shadowing = shadowing;
    }

    /** The number of the draft. */
    int draft() throws SQLException {
        Map<String, String> texts =
                new TreeMap<>(activePolicy.current().ruleset().files().texts());
        texts.computeIfPresent(
                FILE,
                (path, text) -> text.replace("every(14).days()", "every(7).days()")
                        .replace("every(3).days()", "every(1).days()"));
        Policy policy =
                Objects.requireNonNull(PolicyCheck.of(RuleFiles.of(texts)).policy());
        return versions.draft(policy, Versions.LOCAL, "更严 Stricter").version().no();
    }

    /** The number of the preview, when it is complete. */
    String of(int version) throws SQLException {
        Policy policy = Objects.requireNonNull(
                rulesets.policy(Objects.requireNonNull(versions.find(version)).id()));
        Impact impact = Objects.requireNonNull(
                impacting.request(policy, activePolicy.current(), Days.of("2022-04-16"), Days.of("2022-04-22")));
        try {
            for (int i = 0; impact.state() == ImpactState.RUNNING && i < MOST_LOOKS; i++) {
                Thread.sleep(20);
                impact = Objects.requireNonNull(impacts.find(impact.no()));
            }
            shadowing.begin(policy, 1);
            shadowing.end(policy.ruleset().id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (impact.state() != ImpactState.COMPLETED) {
            throw new AssertionError(impact.toString());
        }
        return impact.id();
    }
}
