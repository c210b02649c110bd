package org.anxin.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Side;
import org.anxin.testing.Assignment;
import org.anxin.testing.Cadence;
import org.anxin.testing.Obligation;
import org.anxin.testing.Period;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Terms;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * Which sides of the numbers, dates and windows of a ruleset the cases have been on: of a condition, the last value on
 * either side; of a cadence, the last day on which a sample may be taken and the day after; of a window, its first and last
 * day and the days before and after.
 */
final class Coverage {
    private final List<Side> sides;
    private final List<Day> days = new ArrayList<>();
    private final Set<Record> known = new HashSet<>();

    /** A day that matters to a rule on assignments. */
    private record Day(Rule rule, Kind kind, int day, Bilingual what) {
        enum Kind {
            /** The day asked about, where the rule applies to an assignment. */
            ASKED,
            /** The last day of a task to which the rule applies. */
            TASK_END,
            /** Days from the due date to the day asked about. */
            AFTER_DUE
        }
    }

    /** A side that no case is on. */
    record Uncovered(Rule rule, Bilingual what) {}

    Coverage(Ruleset ruleset) {
        sides = new ArrayList<>(ruleset.sides());
        for (Firing firing : ruleset.laid()) {
            if (firing.consequence() instanceof Terms terms) {
                addCadence(firing.rule(), terms);
                terms.windows().forEach(window -> addWindow(firing.rule(), terms.cadence(), window));
            }
        }
    }

    private void addCadence(Rule rule, Terms terms) {
        Bilingual often = terms.cadence().text();
        int longest = terms.windows().stream().mapToInt(Coverage::length).max().orElse(0);
        int needed = shortest(terms.cadence());
        if (longest >= needed) {
            days.add(new Day(
                    rule,
                    Day.Kind.AFTER_DUE,
                    0,
                    new Bilingual("最后可采样的一天（" + often.zh() + "）", "the last day for a sample (" + often.en() + ")")));
        }
        if (longest > needed) {
            days.add(new Day(
                    rule,
                    Day.Kind.AFTER_DUE,
                    1,
                    new Bilingual("逾期第一天（" + often.zh() + "）", "the first day overdue (" + often.en() + ")")));
        }
    }

    /** Days that a window must have for something to fall due in it. */
    private static int shortest(Cadence cadence) {
        if (cadence instanceof Cadence.EveryDays every) {
            return every.n();
        }
        return cadence instanceof Cadence.PerWeek ? 7 : 1;
    }

    private static int length(Period window) {
        return window.from() == Days.NONE || window.to() == Days.OPEN
                ? Integer.MAX_VALUE
                : window.to() - window.from() + 1;
    }

    private void addWindow(Rule rule, Cadence cadence, Period window) {
        Day.Kind kind = cadence instanceof Cadence.AfterTask ? Day.Kind.TASK_END : Day.Kind.ASKED;
        if (window.from() != Days.NONE) {
            addDay(rule, kind, window.from() - 1, "期间首日的前一天", "the day before its window");
            addDay(rule, kind, window.from(), "期间首日", "the first day of its window");
        }
        if (window.to() != Days.OPEN) {
            addDay(rule, kind, window.to(), "期间末日", "the last day of its window");
            addDay(rule, kind, window.to() + 1, "期间末日的次日", "the day after its window");
        }
    }

    private void addDay(Rule rule, Day.Kind kind, int day, String zh, String en) {
        String date = Days.text(day);
        days.add(new Day(rule, kind, day, new Bilingual(zh + " " + date, en + ", " + date)));
    }

    /** A case asks about this fact, and these rules apply to it. */
    void heard(Record fact, Set<String> applying, int asOf) {
        if (fact instanceof Assignment assignment) {
            days.removeIf(day -> applying.contains(day.rule().id())
                    && (day.kind() == Day.Kind.ASKED && day.day() == asOf
                            || day.kind() == Day.Kind.TASK_END && day.day() == assignment.to()));
        }
        if (!known.add(fact)) {
            return;
        }
        for (Iterator<Side> each = sides.iterator(); each.hasNext(); ) {
            Side side = each.next();
            if (side.record() == fact.getClass() && side.holds().test(fact)) {
                each.remove();
            }
        }
    }

    /** A case is decided like this. */
    void decided(PersonDecision decision, int asOf) {
        for (Obligation obligation : decision.obligations()) {
            Rule rule = obligation.duty().rule();
            days.removeIf(day -> day.kind() == Day.Kind.AFTER_DUE
                    && obligation.dueOn() != Days.NONE
                    && day.rule().id().equals(rule.id())
                    && day.day() == asOf - obligation.dueOn());
        }
    }

    /** What no case has been on, by rule. */
    List<Uncovered> uncovered() {
        List<Uncovered> uncovered = new ArrayList<>();
        sides.forEach(side -> uncovered.add(new Uncovered(side.rule(), side.what())));
        days.forEach(day -> uncovered.add(new Uncovered(day.rule(), day.what())));
        return uncovered;
    }
}
