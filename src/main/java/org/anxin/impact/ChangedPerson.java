package org.anxin.impact;

import java.util.Collection;

/**
 * A person whom a sweep of a day would find otherwise.
 *
 * @param no the person's number
 * @param personId the person
 * @param day the day, as an epoch day
 * @param changes kinds of change, a bit each
 * @param markets where it counts, by id
 */
public record ChangedPerson(
        long no, String personId, int day, int changes, Collection<String> markets, Side before, Side after) {

    /** Whether this kind of change is among them. */
    public boolean has(Change kind) {
        return kind.isIn(changes);
    }
}
