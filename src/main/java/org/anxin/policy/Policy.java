package org.anxin.policy;

import java.util.List;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.AdmissionVocabulary;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.TestingPolicy;
import org.anxin.testing.TestingVocabulary;

/**
 * One version of the rules, ready to decide. Immutable, safe for many threads.
 *
 * @param ruleset the compiled rules
 * @param testing decides people
 * @param admission decides batches
 */
public record Policy(Ruleset ruleset, TestingPolicy testing, AdmissionPolicy admission) {

    /** Reads rule files in the vocabularies of all features. */
    public static final Rulebook RULEBOOK =
            new Rulebook(List.of(TestingVocabulary.VOCABULARY, AdmissionVocabulary.VOCABULARY));

    /** Decides by this ruleset. */
    public static Policy of(Ruleset ruleset) {
        return new Policy(ruleset, new TestingPolicy(ruleset), new AdmissionPolicy(ruleset));
    }
}
