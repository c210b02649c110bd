package org.anxin.sweep;

import org.anxin.policy.Policy;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.Undecidable;
import org.anxin.registry.WordCheck;
import org.anxin.testing.PersonDecision;
import org.jspecify.annotations.Nullable;

/**
 * How a run decides people and puts them on lists: for sweeps, and for whoever tells beforehand what a sweep will find. For
 * one thread.
 */
public final class Deciding {
    private final Policy policy;
    private final WordCheck words;

    /** @param policy to decide by */
    public Deciding(Policy policy) {
        this.policy = policy;
        this.words = new WordCheck(policy.ruleset().words());
    }

    /** What becomes of one person. */
    public sealed interface Outcome {}

    /** The person was decided. */
    public record Decided(Finding finding, PersonDecision decision) implements Outcome {}

    /**
     * The person could not be decided.
     *
     * @param failure what the program met; null if it is the facts that cannot be decided
     */
    public record Undecided(SweepError error, @Nullable RuntimeException failure) implements Outcome {}

    /**
     * Decides one person.
     *
     * @param asOf the day to decide, as an epoch day
     */
    public Outcome of(StoredPerson person, int asOf) {
        @Nullable Undecidable undecidable = words.of(person.facts());
        if (undecidable != null) {
            return new Undecided(SweepError.of(undecidable), null);
        }
        try {
            PersonDecision decision = policy.testing().decide(person.facts(), asOf);
            return new Decided(Finding.of(policy.testing(), person, decision, asOf), decision);
        } catch (RuntimeException e) {
            return new Undecided(SweepError.FAILED, e);
        }
    }
}
