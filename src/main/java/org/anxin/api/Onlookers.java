package org.anxin.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.impact.EvaluateCalls;
import org.anxin.impact.Shadowing;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;

/** Who looks on while callers are answered: work in the background, to give way, and the shadow run, to compare. */
@Singleton
class Onlookers {
    private final EvaluateCalls calls;
    private final Shadowing shadowing;

    Onlookers(EvaluateCalls calls, Shadowing shadowing) {
        this.calls = calls;
        this.shadowing = shadowing;
    }

    /** Somebody asks about so many people and batches. */
    void asked(int decisions) {
        calls.add(decisions);
    }

    /**
     * The ruleset that decides has answered.
     *
     * @param asOf the day decided for, as an epoch day
     */
    void answered(Policy active, List<Person> people, List<Batch> batches, int asOf) {
        shadowing.answered(active, people, batches, asOf);
    }
}
