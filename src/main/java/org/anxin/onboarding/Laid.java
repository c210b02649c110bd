package org.anxin.onboarding;

import java.util.List;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;

/** What one rule lays down. */
record Laid(Rule rule, Shortfall shortfall) {

    /** What a ruleset remembers of the rules that apply to a fact. */
    static List<Laid> by(List<Firing> firings) {
        return firings.stream()
                .map(firing -> new Laid(firing.rule(), (Shortfall) firing.consequence()))
                .toList();
    }

    /** Whether one of them forbids to trade. */
    static boolean forbids(List<Laid> laid) {
        return laid.stream()
                .map(Laid::shortfall)
                .anyMatch(one -> one.concern() == Concern.READINESS && one.severity() == Severity.FORBID);
    }
}
