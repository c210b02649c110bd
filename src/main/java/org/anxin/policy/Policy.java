package org.anxin.policy;

import java.time.Duration;
import java.util.List;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.onboarding.OnboardingVocabulary;
import org.anxin.onboarding.RosterPolicy;
import org.anxin.patrol.PatrolPolicy;
import org.anxin.patrol.PatrolVocabulary;
import org.anxin.rulebook.Bounds;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Vocabulary;
import org.anxin.testing.TestingPolicy;
import org.anxin.testing.TestingVocabulary;

/**
 * One version of the rules, ready to decide. Immutable, safe for many threads.
 *
 * @param ruleset the compiled rules
 * @param testing decides people
 * @param admission decides batches
 * @param onboarding decides who of a market is ready, and what its lists lack
 * @param patrol decides what patrols found
 */
public record Policy(
        Ruleset ruleset,
        TestingPolicy testing,
        AdmissionPolicy admission,
        RosterPolicy onboarding,
        PatrolPolicy patrol) {

    /** What the rules of all features may say. */
    public static final List<Vocabulary> VOCABULARIES = List.of(
            TestingVocabulary.VOCABULARY,
            AdmissionVocabulary.VOCABULARY,
            OnboardingVocabulary.VOCABULARY,
            PatrolVocabulary.VOCABULARY);

    /** A question takes some ten microseconds; even a machine that stalls takes less than this for one. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Reads rule files in these vocabularies. */
    public static final Rulebook RULEBOOK =
            new Rulebook(VOCABULARIES, new Bounds(Bounds.FIRINGS, LONGEST.toNanos(), System::nanoTime));

    /** Decides by this ruleset. */
    public static Policy of(Ruleset ruleset) {
        return new Policy(
                ruleset,
                new TestingPolicy(ruleset),
                new AdmissionPolicy(ruleset),
                new RosterPolicy(ruleset),
                new PatrolPolicy(ruleset));
    }
}
