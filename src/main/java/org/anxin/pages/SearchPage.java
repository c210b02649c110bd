package org.anxin.pages;

import java.util.List;

/**
 * What the page that finds people shows.
 *
 * @param asked the id that an address asked for, as it was written; empty if it asked for none, or a form was sent
 * @param isAsked whether anybody was asked for
 * @param isFound whether somebody was found
 * @param people who were found
 */
public record SearchPage(String asked, boolean isAsked, boolean isFound, List<Found> people) {
    /** A person, with the name masked. */
    public record Found(String id, String name, String address) {}
}
