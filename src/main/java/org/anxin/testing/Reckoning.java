package org.anxin.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.anxin.time.Days;

/** Works out the obligations of one person on one day (SPEC section 3). */
final class Reckoning {
    private static final Comparator<Absence> IN_ORDER =
            Comparator.comparingInt(Absence::from).thenComparingInt(Absence::to);

    private final CountedDays counted;
    private final int asOf;
    private final List<Absence> absences;
    private final List<Obligation> obligations = new ArrayList<>(4);
    private boolean taskEndUnknown;

    Reckoning(Person person, CountedDays counted, int asOf) {
        this.counted = counted;
        this.asOf = asOf;
        this.absences = inOrder(person.absences());
    }

    private static List<Absence> inOrder(List<Absence> absences) {
        if (absences.size() < 2) {
            return absences;
        }
        List<Absence> sorted = new ArrayList<>(absences);
        sorted.sort(IN_ORDER);
        return sorted;
    }

    /** Adds the obligation that a duty lays on an assignment, if it is not over. */
    void add(Duty duty, Assignment assignment) {
        if (duty.cadence() instanceof Cadence.AfterTask) {
            addAfterTask(duty, assignment);
        } else {
            addRecurring(duty, assignment);
        }
    }

    /** From the task's last day without end; absences do not move it. No known end: no obligation. */
    private void addAfterTask(Duty duty, Assignment assignment) {
        int end = assignment.to();
        if (end == Days.OPEN) {
            taskEndUnknown = true;
        } else if (duty.window().contains(end)) {
            add(duty, assignment, end, Days.OPEN);
        }
    }

    private void addRecurring(Duty duty, Assignment assignment) {
        int from = Math.max(assignment.from(), duty.window().from());
        int to = Math.min(assignment.to(), duty.window().to());
        if (to < asOf || to < from) {
            return;
        }
        int start = absences.isEmpty() ? from : startAfterAbsences(duty.cadence(), from, to);
        if (start <= to) {
            add(duty, assignment, start, to);
        }
    }

    /** An absence moves the start behind it, unless a sample was already overdue when it began. */
    private int startAfterAbsences(Cadence cadence, int from, int to) {
        int start = from;
        for (Absence absence : absences) {
            if (absence.to() < asOf && absence.to() >= from && absence.from() <= to) {
                int due = cadence.dueOn(start, to, counted, counted.before(absence.from()));
                if (due == Days.NONE || due >= absence.from()) {
                    start = Math.max(start, absence.to() + 1);
                }
            }
        }
        return start;
    }

    private void add(Duty duty, Assignment assignment, int from, int to) {
        int due = duty.cadence().dueOn(from, to, counted, counted.size());
        int last = duty.cadence().lastCounted(from, counted, counted.size());
        Status status = due == Days.NONE ? Status.COMPLIANT : Status.ofDaysLeft(due - asOf);
        insert(new Obligation(duty, assignment, from, to, last, due, status));
    }

    private void insert(Obligation obligation) {
        int place = obligations.size();
        while (place > 0 && ORDER.compare(obligations.get(place - 1), obligation) > 0) {
            place--;
        }
        obligations.add(place, obligation);
    }

    /** Due date (null last), rule, market, category, since, from, to (null last): SPEC section 6. */
    private static final Comparator<Obligation> ORDER = (a, b) -> {
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
    };

    /** The obligations, sorted as SPEC section 6 says. */
    List<Obligation> sorted() {
        return Collections.unmodifiableList(obligations);
    }

    /** Whether a sample is owed after a task of which no end is known. */
    boolean taskEndUnknown() {
        return taskEndUnknown;
    }
}
