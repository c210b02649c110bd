package org.anxin.testing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;

/**
 * What the cadence rules leave open on some days, or say twice: for every combination of the declared words, and of the
 * markets, subdistricts and dates that rules name.
 *
 * @param range the days looked at
 * @param unobliged combinations that owe no sample on some of these days
 * @param silent rules that concern no combination
 * @param coinciding rules that concern the same combinations on the same days
 * @param over rules whose last window ended before the range
 * @param complete false if there were too many combinations to look at all of them
 */
public record ObligationGaps(
        Period range,
        List<Unobliged> unobliged,
        List<Rule> silent,
        List<Coinciding> coinciding,
        List<Over> over,
        boolean complete) {

    /**
     * A kind of person without an obligation.
     *
     * @param example such a person's assignment
     * @param days on which nothing is owed, in order
     */
    public record Unobliged(Assignment example, List<Period> days) {}

    /** Two rules that always apply together, and on which days of the range. */
    public record Coinciding(Rule first, Rule second, List<Period> days) {}

    /** A rule that concerns nobody any more. */
    public record Over(Rule rule, int lastDay) {}

    /** What the rules of {@code ruleset} leave open from one day to another, both included. */
    public static ObligationGaps of(Ruleset ruleset, Period range) {
        Search search = new Search(ruleset, range);
        Combinations combinations = Combinations.of(ruleset, range);
        combinations.assignments().forEach(search::look);
        return new ObligationGaps(
                range, search.unobliged, search.silent(), search.coinciding(), search.over(), combinations.complete());
    }

    /** Puts one combination after the other to the rules. */
    private static final class Search {
        private final Period range;
        private final Answers<Assignment, List<Firing>> answers;
        private final Map<Rule, Terms> rules = new LinkedHashMap<>();
        private final Map<Rule, BitSet> concerned = new LinkedHashMap<>();
        private final List<Unobliged> unobliged = new ArrayList<>();
        private int looked;

        Search(Ruleset ruleset, Period range) {
            this.range = range;
            this.answers = ruleset.answers(TestingVocabulary.ASSIGNMENT, List::copyOf);
            for (Firing firing : ruleset.laid()) {
                if (firing.consequence() instanceof Terms terms) {
                    rules.put(firing.rule(), terms);
                    concerned.put(firing.rule(), new BitSet());
                }
            }
        }

        void look(Assignment assignment) {
            DaySet free = DaySet.of(range.within(new Period(assignment.from(), assignment.to())));
            for (Firing firing : answers.of(assignment)) {
                concerned.getOrDefault(firing.rule(), new BitSet()).set(looked);
                free = free.without(((Terms) firing.consequence()).windows());
            }
            looked++;
            if (!free.periods().isEmpty()) {
                unobliged.add(new Unobliged(assignment, free.periods()));
            }
        }

        List<Rule> silent() {
            return rules.keySet().stream()
                    .filter(rule -> concerned.getOrDefault(rule, new BitSet()).isEmpty())
                    .toList();
        }

        List<Over> over() {
            List<Over> over = new ArrayList<>();
            rules.forEach((rule, terms) -> {
                int last = terms.windows().stream().mapToInt(Period::to).max().orElse(range.to());
                if (last < range.from()) {
                    over.add(new Over(rule, last));
                }
            });
            return over;
        }

        List<Coinciding> coinciding() {
            Map<List<Object>, Rule> first = new LinkedHashMap<>();
            List<Coinciding> coinciding = new ArrayList<>();
            for (Map.Entry<Rule, Terms> entry : rules.entrySet()) {
                Rule rule = entry.getKey();
                List<Period> days = DaySet.of(range).within(entry.getValue().windows());
                BitSet whom = concerned.getOrDefault(rule, new BitSet());
                if (!days.isEmpty() && !whom.isEmpty()) {
                    Rule other = first.putIfAbsent(List.of(whom, days), rule);
                    if (other != null) {
                        coinciding.add(new Coinciding(other, rule, days));
                    }
                }
            }
            return coinciding;
        }
    }
}
