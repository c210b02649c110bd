package org.anxin.pages;

import java.util.List;

/**
 * What the page that finds people shows.
 *
 * @param asked the id, as it was written; empty if nothing was asked
 * @param isFound whether somebody's id begins so
 * @param people whose ids begin so
 */
public record SearchPage(String asked, boolean isFound, List<Found> people) {
    /** Whether an id was asked for. */
    public boolean isAsked() {
        return !asked.isEmpty();
    }

    /** A person, with the name masked. */
    public record Found(String id, String name, String address) {}
}
