package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anxin.onboarding.Letter;
import org.anxin.onboarding.Onboarding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.Severity;
import org.anxin.onboarding.Signature;
import org.anxin.onboarding.Span;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** What staff change about onboarding with one edit of a rule file. */
class OnboardingEditTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final Span SINCE_JANUARY = new Span(Days.of("2022-01-01"), Days.OPEN);

    /** Somebody who signed the first of two versions, works at a market of this type, and is in order otherwise. */
    private static RosterDecision decide(RuleTexts rules, String marketType, String asOf) {
        Onboarding done = new Onboarding(List.of(SINCE_JANUARY), List.of(new Signature("L-1", Days.of("2022-01-01"))));
        Roster roster = new Roster(
                new Roster.Market("M-1", marketType, null),
                List.of(new Letter("L-1", Days.of("2022-01-01")), new Letter("L-2", Days.of("2022-04-01"))),
                List.of(),
                List.of(new Roster.PersonEntry(
                        "P-1", done, List.of(new Roster.Post("STAFF", null, SINCE_JANUARY)), List.of())));
        return rules.policy().onboarding().decide(roster, Days.of(asOf));
    }

    @Test
    void anOutdatedSignatureCountsNoMoreFromTheFirstDayOn() {
        RuleTexts edited = SHIPPED.replacing(
                "onboarding/letter-versions.drl",
                "$e : Employee( daysOutdated >= 7 )",
                "$e : Employee( daysOutdated >= 0 )");
        assertThat(decide(SHIPPED, "FARMERS", "2022-04-01").notReady())
                .extracting(RosterDecision.NotReady::severity)
                .containsExactly(Severity.REMIND);
        assertThat(decide(edited, "FARMERS", "2022-04-01").notReady())
                .extracting(RosterDecision.NotReady::severity)
                .containsExactly(Severity.FORBID);
        assertThat(decide(edited, "FARMERS", "2022-03-31").notReady()).isEmpty();
    }

    @Test
    void aRuleIsForProfessionalMarketsOnly() {
        RuleTexts edited = SHIPPED.replacing(
                "onboarding/letter-versions.drl",
                "$e : Employee( letterOutdated )",
                "$e : Employee( letterOutdated, marketType == \"PROFESSIONAL\" )");
        assertThat(decide(edited, "FARMERS", "2022-04-01").notReady()).isEmpty();
        assertThat(decide(edited, "PROFESSIONAL", "2022-04-01").notReady()).hasSize(1);
    }

    @Test
    void aMarketWhoseTypeIsNoLongerDeclaredIsDecidedByTheRulesThatDoNotAskForIt() {
        assertThat(decide(SHIPPED, "NIGHT", "2022-04-08").notReady())
                .extracting(RosterDecision.NotReady::severity)
                .containsExactly(Severity.FORBID);
    }
}
