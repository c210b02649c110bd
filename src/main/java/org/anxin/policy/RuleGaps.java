package org.anxin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.MistakeCode;
import org.anxin.rulebook.Position;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.ObligationGaps;
import org.anxin.testing.Period;
import org.anxin.testing.TestingVocabulary;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.jspecify.annotations.Nullable;

/**
 * What the rules leave open or say twice on some days, as warnings: kinds of people who owe nothing, rules that concern
 * nobody, rules that always apply together, windows that are over.
 *
 * @param range the days looked at
 * @param warnings in this order; at most {@link #MOST}
 * @param more how many warnings there are beyond those
 * @param complete false if the rules tell more kinds of people apart than were looked at
 */
public record RuleGaps(Period range, List<Warning> warnings, int more, boolean complete) {
    /** Most warnings that are worked out in words. */
    public static final int MOST = 1_000;

    /** Longest range. */
    public static final int MOST_DAYS = 3_660;

    /**
     * A warning.
     *
     * @param mistake what, and about which rule
     * @param example a person to try it with, or null
     */
    public record Warning(Mistake mistake, @Nullable ExamplePerson example) {}

    /** The warnings about {@code ruleset} for the days of {@code range}, which has an end and a beginning. */
    public static RuleGaps of(Ruleset ruleset, Period range) {
        ObligationGaps gaps = ObligationGaps.of(ruleset, range);
        List<Warning> warnings = new ArrayList<>();
        gaps.unobliged().stream().limit(MOST).forEach(each -> warnings.add(unobliged(each, ruleset)));
        gaps.silent()
                .forEach(rule -> warnings.add(about(
                        rule,
                        MistakeCode.RULE_SILENT,
                        new Bilingual(
                                days(List.of(range)).zh(),
                                "On " + days(List.of(range)).en()),
                        rule.id())));
        gaps.coinciding().forEach(each -> warnings.add(coinciding(each.first(), each.second(), each.days())));
        ruleset.alike(TestingVocabulary.assignments())
                .forEach(pair -> warnings.add(coinciding(pair.get(0), pair.get(1), List.of(range))));
        gaps.over()
                .forEach(each -> warnings.add(
                        about(each.rule(), MistakeCode.WINDOW_OVER, each.rule().id(), DayText.of(each.lastDay()))));
        List<Warning> shown = warnings.stream().limit(MOST).toList();
        int all = warnings.size() + Math.max(0, gaps.unobliged().size() - MOST);
        return new RuleGaps(range, shown, all - shown.size(), gaps.complete());
    }

    private static Warning unobliged(ObligationGaps.Unobliged each, Ruleset ruleset) {
        Bilingual who = ExamplePerson.words(each.example(), ruleset.words());
        Mistake mistake = MistakeCode.OBLIGATION_GAP.at(new Position("testing", 1, 1), days(each.days()), who);
        return new Warning(mistake, ExamplePerson.with(each.example()));
    }

    private static Warning coinciding(Rule first, Rule second, List<Period> days) {
        return about(second, MistakeCode.RULES_COINCIDE, first.id(), second.id(), days(days));
    }

    private static Warning about(Rule rule, MistakeCode code, Object... arguments) {
        return new Warning(code.at(new Position(rule.file(), rule.line(), 1), arguments), null);
    }

    private static Bilingual days(List<Period> days) {
        return new Bilingual(
                days.stream().map(RuleGaps::zh).collect(Collectors.joining("、")),
                days.stream().map(RuleGaps::en).collect(Collectors.joining(", ")));
    }

    private static String zh(Period days) {
        return days.from() == days.to()
                ? DayText.zh(days.from())
                : DayText.zh(days.from()) + "至" + DayText.zh(days.to());
    }

    private static String en(Period days) {
        return days.from() == days.to()
                ? DayText.en(days.from())
                : DayText.en(days.from()) + " to " + DayText.en(days.to());
    }
}
