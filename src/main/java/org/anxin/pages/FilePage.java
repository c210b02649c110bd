package org.anxin.pages;

import java.util.List;

/**
 * What the page of a rule file shows.
 *
 * @param version number of the version that it belongs to
 * @param path within the rule directory
 * @param lines of its text
 * @param mistakes in it
 */
public record FilePage(int version, String path, List<Line> lines, List<RulesPage.Mistaken> mistakes) {

    /** The number of the version as text. */
    public String versionText() {
        return Integer.toString(version);
    }

    /** A line; {@code look} says of what kind it is. */
    public record Line(int number, String text, String look) {}

    /** Address of the editor. */
    public String editing() {
        return "/rules/versions/" + version + "/edit/" + path;
    }
}
