package org.anxin.rulebook;

import org.anxin.directive.Directive;

/**
 * How long personal data are kept of somebody who is gone ({@code retention.yaml}).
 *
 * @param days from the last day of work, sample or absence on
 * @param directive that says so
 * @param at where it is written
 */
public record Retention(int days, Directive directive, Position at) {

    /**
     * What is wrong if rules look further back than data are kept.
     *
     * @param reach how many days back the rules look
     */
    public Mistake tooShortFor(int reach) {
        return RetentionFile.outOfRange(at, reach + 1);
    }
}
