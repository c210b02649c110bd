package org.anxin.impact;

/**
 * What a preview is asked.
 *
 * @param ruleset id of the ruleset that might decide
 * @param against id of the one it is compared with
 * @param from first day, as an epoch day
 * @param to last day
 */
public record ImpactQuestion(String ruleset, String against, int from, int to) {
    /** Most days of a preview: a month. */
    public static final int MOST_DAYS = 31;

    /** How many days are asked about. */
    int days() {
        return to - from + 1;
    }
}
