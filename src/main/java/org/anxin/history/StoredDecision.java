package org.anxin.history;

import org.anxin.registry.Undecidable;
import org.anxin.testing.PersonDecision;

/** What comes of deciding a stored person. */
public sealed interface StoredDecision {

    /** A decision, the same one that evaluating the facts gives. */
    record Decided(PersonDecision decision) implements StoredDecision {}

    /** There is no such person. */
    record Unregistered() implements StoredDecision {}

    /** No assignment of the person was known, so there is nothing to decide. */
    record Unassigned() implements StoredDecision {}

    /**
     * The facts use a word that the ruleset does not declare.
     *
     * @param pointer where, in a person as requests write it
     * @param reason why
     */
    record NotDecidable(String pointer, Undecidable reason) implements StoredDecision {}
}
