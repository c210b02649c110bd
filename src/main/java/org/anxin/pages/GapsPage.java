package org.anxin.pages;

import java.util.List;

/**
 * What the page of gaps and overlaps shows.
 *
 * @param from first day, as the form writes it
 * @param to last day
 * @param warnings what was found
 * @param more how many there are beyond those
 * @param isComplete whether every kind of people was looked at
 */
public record GapsPage(
        int version, String from, String to, List<RulesPage.Mistaken> warnings, int more, boolean isComplete) {
    /** The number of the version as text. */
    public String versionText() {
        return Integer.toString(version);
    }
}
