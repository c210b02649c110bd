package org.anxin.onboarding;

import java.util.List;
import org.anxin.onboarding.facts.Contact;
import org.anxin.onboarding.facts.Employee;
import org.anxin.onboarding.facts.Operator;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;

/** Decides who of a market is ready, and what its lists lack, by one ruleset. Immutable and safe for many threads. */
public final class RosterPolicy {
    final Words words;
    final Answers<Operator, List<Laid>> operators;
    final Answers<Employee, List<Laid>> employees;
    final Answers<Contact, List<Laid>> contacts;

    /** The policy that {@code ruleset} lays down. */
    public RosterPolicy(Ruleset ruleset) {
        words = ruleset.words();
        operators = ruleset.answers(OnboardingVocabulary.OPERATOR, Laid::by);
        employees = ruleset.answers(OnboardingVocabulary.EMPLOYEE, Laid::by);
        contacts = ruleset.answers(OnboardingVocabulary.CONTACT, Laid::by);
    }

    /**
     * Decides everybody of a market. Words that the ruleset does not declare are seen by no rule.
     *
     * @param asOf epoch day of the decision
     */
    public RosterDecision decide(Roster roster, int asOf) {
        return new RosterDeciding(this, new RosterFacts(roster, words, asOf)).decision();
    }
}
