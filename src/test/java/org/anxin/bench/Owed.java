package org.anxin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.anxin.testing.Absence;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Duty;
import org.anxin.testing.Note;
import org.anxin.testing.Obligation;
import org.anxin.testing.Period;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;
import org.anxin.time.Days;

/** What one person owes on a day by SPEC sections 3 and 4, for {@link HandWrittenTesting}. */
final class Owed {
    private static final Comparator<Absence> IN_ORDER =
            Comparator.comparingInt(Absence::from).thenComparingInt(Absence::to);

    private final SampledDays days;
    private final List<Absence> absences;
    private final int asOf;
    private final List<Obligation> obligations = new ArrayList<>(4);
    private int earliest = Days.OPEN;

    Owed(SampledDays days, List<Absence> absences, int asOf) {
        this.days = days;
        this.absences = absences.size() > 1 ? inOrder(absences) : absences;
        this.asOf = asOf;
    }

    private static List<Absence> inOrder(List<Absence> absences) {
        List<Absence> sorted = new ArrayList<>(absences);
        sorted.sort(IN_ORDER);
        return sorted;
    }

    void everyDays(int n, Duty duty, Assignment assignment) {
        Period window = duty.window();
        int from = Math.max(assignment.from(), window.from());
        int to = Math.min(assignment.to(), window.to());
        if (to < from || to < asOf) {
            return;
        }
        int start = from;
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            if (absence.to() < asOf && absence.to() >= start && absence.from() <= to) {
                int due = everyDays(n, start, to, days.last(start, days.before(absence.from())));
                if (due == Days.NONE || due >= absence.from()) {
                    start = absence.to() + 1;
                }
            }
        }
        int last = days.last(start, days.size());
        add(duty, assignment, start, to, last, everyDays(n, start, to, last));
    }

    private static int everyDays(int n, int start, int to, int last) {
        int due = last == Days.NONE ? start + n - 1 : last + n;
        return due > to ? Days.NONE : due;
    }

    void twiceAWeek(Duty duty, Assignment assignment) {
        int to = assignment.to();
        if (to < assignment.from() || to < asOf) {
            return;
        }
        int start = assignment.from();
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            if (absence.to() < asOf && absence.to() >= start && absence.from() <= to) {
                int due = twiceAWeek(start, to, new Week(days, start, days.before(absence.from())));
                if (due == Days.NONE || due >= absence.from()) {
                    start = absence.to() + 1;
                }
            }
        }
        Week week = new Week(days, start, days.size());
        add(duty, assignment, start, to, week.latest, twiceAWeek(start, to, week));
    }

    private static int twiceAWeek(int start, int to, Week week) {
        if (week.counted == 0) {
            return firstSlot(start, to);
        }
        int monday = Days.monday(week.latest);
        int end = Math.min(monday + 6, to);
        // One sample of the week, so one is missing: any day from two days after it will do, at the latest the last.
        return week.counted == 1 && week.latest + 2 <= end ? end : firstSlot(monday + 7, to);
    }

    private static int firstSlot(int from, int to) {
        if (from > to) {
            return Days.NONE;
        }
        int end = Math.min(Days.monday(from) + 6, to);
        return end - from >= 2 ? end - 2 : end;
    }

    void afterTheTask(Duty duty, Assignment assignment) {
        int end = assignment.to();
        if (end != Days.OPEN) {
            int last = days.last(end, days.size());
            add(duty, assignment, end, Days.OPEN, last, last == Days.NONE ? end + 1 : Days.NONE);
        }
    }

    private void add(Duty duty, Assignment assignment, int from, int to, int last, int due) {
        Obligation obligation = new Obligation(duty, assignment, from, to, last, due, status(due));
        int at = obligations.size();
        while (at > 0 && compare(obligation, obligations.get(at - 1)) < 0) {
            at--;
        }
        obligations.add(at, obligation);
        if (due != Days.NONE) {
            earliest = Math.min(earliest, due);
        }
    }

    private Status status(int due) {
        if (due == Days.NONE || due > asOf + 1) {
            return Status.COMPLIANT;
        }
        return due < asOf ? Status.OVERDUE : due == asOf ? Status.DUE_TODAY : Status.DUE_TOMORROW;
    }

    private static int compare(Obligation a, Obligation b) {
        if (a.dueOn() != b.dueOn()) {
            return a.dueOn() == Days.NONE ? 1 : b.dueOn() == Days.NONE ? -1 : Integer.compare(a.dueOn(), b.dueOn());
        }
        int order = a.duty().rule().id().compareTo(b.duty().rule().id());
        order = order != 0
                ? order
                : a.assignment().marketId().compareTo(b.assignment().marketId());
        order = order != 0
                ? order
                : a.assignment().category().compareTo(b.assignment().category());
        order = order != 0
                ? order
                : Integer.compare(a.assignment().from(), b.assignment().from());
        order = order != 0 ? order : Integer.compare(a.from(), b.from());
        return order != 0 ? order : Integer.compare(a.to(), b.to());
    }

    /** The earliest due date makes the worst status, and the worst status the action. */
    PersonDecision decision(String id, List<Note> notes) {
        if (obligations.isEmpty()) {
            return new PersonDecision(id, Status.NO_OBLIGATION, Days.NONE, Action.NONE, List.of(), notes);
        }
        if (earliest == Days.OPEN) {
            return new PersonDecision(
                    id, Status.COMPLIANT, Days.NONE, Action.NONE, Collections.unmodifiableList(obligations), notes);
        }
        Status status = status(earliest);
        Action action = switch (status) {
            case OVERDUE -> Action.SUSPEND;
            case DUE_TODAY, DUE_TOMORROW -> Action.WARN;
            default -> Action.NONE;
        };
        return new PersonDecision(id, status, earliest, action, Collections.unmodifiableList(obligations), notes);
    }

    /** The samples that count greedily in the week of the last one since {@code start}: how many, and the latest. */
    private static final class Week {
        private int counted;
        private int latest = Days.NONE;

        Week(SampledDays days, int start, int seen) {
            int last = days.last(start, seen);
            if (last == Days.NONE) {
                return;
            }
            int from = Math.max(start, Days.monday(last));
            int first = seen;
            while (first > 0 && days.at(first - 1) >= from) {
                first--;
            }
            for (int i = first; i < seen; i++) {
                if (counted == 0 || days.at(i) - latest >= 2) {
                    latest = days.at(i);
                    counted++;
                }
            }
        }
    }
}
