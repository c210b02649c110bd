package org.anxin.readiness;

import org.anxin.onboarding.Roster;
import org.anxin.onboarding.RosterDecision;
import org.anxin.onboarding.Tally;

/**
 * How far the operators and people of a market have come.
 *
 * @param marketId the market's
 * @param marketType its type
 * @param people who works at several markets counts at each
 */
public record MarketCoverage(String marketId, String marketType, Tally operators, Tally people) {

    /** Of a decision on a roster. */
    public static MarketCoverage of(Roster roster, RosterDecision decision) {
        return new MarketCoverage(
                roster.market().id(), roster.market().type(), decision.operators(), decision.people());
    }
}
