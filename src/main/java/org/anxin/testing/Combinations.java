package org.anxin.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.anxin.rulebook.Ruleset;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * One assignment for every way in which the rules of a ruleset can tell assignments apart.
 *
 * @param complete false if there were more than {@link #MOST}
 */
record Combinations(List<Assignment> assignments, boolean complete) {
    /** Most assignments that are looked at. */
    static final int MOST = 5_000;

    /** A market that no rule names. */
    private static final String OTHER_MARKET = "EXAMPLE";

    static Combinations of(Ruleset ruleset, Period range) {
        List<@Nullable String> markets = new ArrayList<>(ruleset.texts(TestingVocabulary.ASSIGNMENT, "marketId"));
        markets.add(0, OTHER_MARKET);
        List<@Nullable String> subdistricts =
                new ArrayList<>(ruleset.texts(TestingVocabulary.ASSIGNMENT, "subdistrict"));
        subdistricts.add(0, null);
        List<Assignment> all = new ArrayList<>();
        for (Period days : periods(ruleset, range)) {
            for (String type : ruleset.words().codes("marketType")) {
                for (String category : ruleset.words().codes("category")) {
                    for (String market : markets) {
                        for (String subdistrict : subdistricts) {
                            if (all.size() == MOST) {
                                return new Combinations(all, false);
                            }
                            all.add(new Assignment(
                                    String.valueOf(market), type, subdistrict, category, days.from(), days.to()));
                        }
                    }
                }
            }
        }
        return new Combinations(all, true);
    }

    /** Of the days between which rules make no difference one each. */
    private static List<Period> periods(Ruleset ruleset, Period range) {
        List<Integer> ends = neighbours(ruleset.numbers(TestingVocabulary.ASSIGNMENT, "endsOn"));
        ends.add(0, Days.OPEN);
        List<Integer> starts = neighbours(ruleset.numbers(TestingVocabulary.ASSIGNMENT, "startsOn"));
        starts.add(0, range.from());
        List<Period> periods = new ArrayList<>();
        for (int start : starts) {
            for (int end : ends) {
                if (start <= end) {
                    periods.add(new Period(start, end));
                }
            }
        }
        return periods;
    }

    private static List<Integer> neighbours(Collection<Integer> constants) {
        TreeSet<Integer> days = new TreeSet<>();
        constants.forEach(constant -> days.addAll(List.of(constant - 1, constant, constant + 1)));
        return new ArrayList<>(days);
    }
}
