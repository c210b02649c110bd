package org.anxin.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.anxin.time.Days;

/** Works out the obligations of one person on one day (SPEC section 3). */
final class Reckoning {
    private static final Comparator<Absence> IN_ORDER =
            Comparator.comparingInt(Absence::from).thenComparingInt(Absence::to);

    private final CountedDays counted;
    private final int asOf;
    private List<Absence> absences;
    private Obligation[] obligations = new Obligation[4];
    private int size;

    Reckoning(Person person, CountedDays counted, int asOf) {
        this.counted = counted;
        this.asOf = asOf;
        this.absences = person.absences();
        if (absences.size() > 1) {
            absences = absences.stream().sorted(IN_ORDER).toList();
        }
    }

    /** Adds the obligations that a duty lays on an assignment: one for each of its windows that is not over. */
    void add(Duty duty, Assignment assignment) {
        List<Period> windows = duty.windows();
        for (int i = 0, n = windows.size(); i < n; i++) {
            if (duty.cadence() instanceof Cadence.AfterTask) {
                addAfterTask(duty, assignment, windows.get(i));
            } else {
                addRecurring(duty, assignment, windows.get(i));
            }
        }
    }

    /** From the task's last day without end; absences do not move it. No known end: no obligation. */
    private void addAfterTask(Duty duty, Assignment assignment, Period window) {
        if (assignment.to() != Days.OPEN && window.contains(assignment.to())) {
            add(duty, assignment, assignment.to(), Days.OPEN);
        }
    }

    private void addRecurring(Duty duty, Assignment assignment, Period window) {
        int from = Math.max(assignment.from(), window.from());
        int to = Math.min(assignment.to(), window.to());
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
        if (size == obligations.length) {
            obligations = Arrays.copyOf(obligations, 2 * size);
        }
        insert(new Obligation(duty, assignment, from, to, last, due, status));
    }

    private void insert(Obligation obligation) {
        int place = size++;
        while (place > 0 && ORDER.compare(obligations[place - 1], obligation) > 0) {
            obligations[place] = obligations[place - 1];
            place--;
        }
        obligations[place] = obligation;
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
    Obligation[] sorted() {
        return size == obligations.length ? obligations : Arrays.copyOf(obligations, size);
    }
}
