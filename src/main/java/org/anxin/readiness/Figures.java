package org.anxin.readiness;

import java.util.List;
import java.util.SortedMap;
import org.anxin.desk.BatchFigures;
import org.anxin.onboarding.Tally;
import org.anxin.visits.PatrolFigures;
import org.jspecify.annotations.Nullable;

/**
 * The district in numbers on one day.
 *
 * @param asOf the day, as an epoch day
 * @param markets how many markets there are
 * @param operators how far the operators have come
 * @param staff how far the people have; each counts once, wherever they work
 * @param byMarketType the same for each type of market; who works at markets of several types counts at the one that
 *     {@code words.yaml} declares last, so that they add up
 * @param byCategory people with an assignment in force on the day, by its category; with several they count in each
 * @param unassigned people without any assignment, past, present or future
 * @param tests of the last completed sweep for the day; null if there is none
 * @param batches how those that were declared stand
 * @param checks what patrols saw
 */
public record Figures(
        int asOf,
        int markets,
        Tally operators,
        Tally staff,
        List<OfType> byMarketType,
        SortedMap<String, Integer> byCategory,
        int unassigned,
        @Nullable Tests tests,
        BatchFigures batches,
        PatrolFigures checks) {

    /** Those at markets of one type. */
    public record OfType(String marketType, int markets, Tally operators, Tally staff) {}

    /**
     * Who is due to be tested.
     *
     * @param sweepId the run that found it
     * @param ruleset the version of the rules that it was made with
     * @param byStatus how many people are in which status
     * @param due whose sample is due on the day
     * @param dueTomorrow whose sample is due on the day after
     * @param overdue whose sample was due before
     * @param done people sampled on the day, as far as reported by now
     */
    public record Tests(
            String sweepId,
            String ruleset,
            SortedMap<String, Integer> byStatus,
            int due,
            int dueTomorrow,
            int overdue,
            int done) {}
}
