package org.anxin.api;

import jakarta.inject.Singleton;
import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.impact.Shadowing;
import org.anxin.load.EvaluateCalls;
import org.anxin.metrics.DecisionMeters;
import org.anxin.policy.Policy;
import org.anxin.testing.Person;

/**
 * Who looks on while callers are answered: work in the background, to give way, the shadow run, to compare, and the meters.
 */
@Singleton
class Onlookers {
    private final EvaluateCalls calls;
    private final Shadowing shadowing;
    private final DecisionMeters meters;

    Onlookers(EvaluateCalls calls, Shadowing shadowing, DecisionMeters meters) {
        this.calls = calls;
        this.shadowing = shadowing;
        this.meters = meters;
    }

    /** Counts what is decided. */
    DecisionMeters meters() {
        return meters;
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
