package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.history.Event;
import org.anxin.testing.Obligation;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** Draws what happened to a person, and what is owed next, on weeks of days. */
final class PersonCalendar {
    private static final int WEEKS_BEFORE = 7;
    private static final int WEEKS_AFTER = 2;
    private static final int WEEK = 7;

    private final int asOf;
    private final int first;
    private final int last;
    private final Map<Integer, List<PersonPage.Mark>> marks = new TreeMap<>();
    private final boolean[] onDuty;
    private final boolean[] away;
    private final boolean[] stopped;

    /** For the weeks around a day. */
    PersonCalendar(int asOf) {
        this.asOf = asOf;
        this.first = Days.monday(asOf) - WEEK * WEEKS_BEFORE;
        this.last = Days.monday(asOf) + WEEK * (WEEKS_AFTER + 1) - 1;
        this.onDuty = new boolean[last - first + 1];
        this.away = new boolean[last - first + 1];
        this.stopped = new boolean[last - first + 1];
    }

    /** Draws what happened, in order of day. */
    PersonCalendar events(List<Event> events) {
        int work = 0;
        int reached = first;
        boolean isAway = false;
        boolean isStopped = false;
        for (Event event : events) {
            // Until the day before, things were as the earlier events left them.
            fill(reached, event.day() - 1, work > 0, isAway, isStopped);
            reached = Math.max(first, event.day());
            switch (event.kind()) {
                case ASSIGNMENT_BEGAN -> work++;
                case ASSIGNMENT_ENDED -> work = ended(event, work, isAway, isStopped);
                case ABSENCE_BEGAN -> isAway = true;
                case ABSENCE_ENDED -> {
                    fill(event.day(), event.day(), work > 0, true, isStopped);
                    reached = Math.max(first, event.day() + 1);
                    isAway = false;
                }
                case SUSPENDED -> isStopped = true;
                case LIFTED -> isStopped = false;
                default -> {}
            }
            mark(event);
        }
        fill(reached, asOf, work > 0, isAway, isStopped);
        return this;
    }

    /** Its last day is still one of work. */
    private int ended(Event event, int work, boolean isAway, boolean isStopped) {
        fill(event.day(), event.day(), true, isAway, isStopped);
        return work - 1;
    }

    private void fill(int from, int to, boolean work, boolean isAway, boolean isStopped) {
        for (int day = Math.max(first, from); day <= Math.min(last, to); day++) {
            onDuty[day - first] |= work;
            away[day - first] |= isAway;
            stopped[day - first] |= isStopped;
        }
    }

    private void mark(Event event) {
        String sign = sign(event);
        if (!sign.isEmpty()) {
            add(event.day(), new PersonPage.Mark(sign, event.text()));
        }
    }

    /** The sign of an event; empty if it is drawn otherwise. */
    static String sign(Event event) {
        return switch (event.kind()) {
            case SAMPLED ->
                switch (String.valueOf(event.details().get("result"))) {
                    case "NEGATIVE" -> "neg";
                    case "PENDING" -> "pend";
                    case "POSITIVE" -> "pos";
                    default -> "void";
                };
            case OVERDUE -> "late";
            case WARNED -> "warned";
            case SUSPENDED -> "halt";
            case LIFTED, RELEASED -> "free";
            case OBLIGATION_BEGAN -> "owes";
            case OBLIGATION_ENDED -> "owed";
            default -> "";
        };
    }

    /** Draws when the next samples are due. */
    PersonCalendar due(List<Obligation> obligations) {
        for (Obligation obligation : obligations) {
            if (obligation.dueOn() != Days.NONE) {
                Bilingual title = obligation.duty().rule().title();
                add(
                        obligation.dueOn(),
                        new PersonPage.Mark("due", new Bilingual("应采样：" + title.zh(), "Due: " + title.en())));
            }
        }
        return this;
    }

    private void add(int day, PersonPage.Mark mark) {
        marks.computeIfAbsent(day, none -> new ArrayList<>()).add(mark);
    }

    /** The weeks. */
    List<PersonPage.Week> weeks() {
        List<PersonPage.Week> weeks = new ArrayList<>();
        for (int monday = first; monday <= last; monday += WEEK) {
            List<PersonPage.Day> days = new ArrayList<>();
            for (int day = monday; day < monday + WEEK; day++) {
                days.add(new PersonPage.Day(day, look(day - first), day == asOf, marks.getOrDefault(day, List.of())));
            }
            weeks.add(new PersonPage.Week(days));
        }
        return weeks;
    }

    private String look(int place) {
        String look = stopped[place] ? "stopped" : away[place] ? "away" : onDuty[place] ? "duty" : "";
        return place > asOf - first ? "later" : look;
    }
}
