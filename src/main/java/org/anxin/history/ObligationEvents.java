package org.anxin.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anxin.testing.Assignment;
import org.anxin.testing.Cadence;
import org.anxin.testing.Duty;
import org.anxin.testing.Obligation;
import org.anxin.testing.Person;
import org.anxin.testing.Status;
import org.anxin.testing.TestingPolicy;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;

/**
 * When obligations began, were not met in time, and ended, found by deciding a person for every day. While a person is away
 * or blocked there are none, so one that begins meanwhile begins for the person afterwards.
 */
final class ObligationEvents {
    private final List<Event> events;
    private final Map<Laid, Integer> overdue = new LinkedHashMap<>();
    private final Map<Laid, Obligation> latest = new LinkedHashMap<>();

    /** What a rule lays on an assignment in one window: the same obligation on every day. */
    private record Laid(Duty duty, Assignment assignment) {}

    /** @param events gets what is found */
    ObligationEvents(List<Event> events) {
        this.events = events;
    }

    /** Finds what happened until {@code asOf}. */
    void find(Person person, TestingPolicy policy, int asOf) {
        int first =
                person.assignments().stream().mapToInt(Assignment::from).min().orElse(asOf);
        for (int day = first; day <= asOf; day++) {
            for (Obligation obligation : policy.decide(person, day).obligations()) {
                if (obligation.from() <= day) {
                    see(obligation, day);
                }
            }
        }
        latest.values().forEach(obligation -> end(obligation, asOf));
    }

    private void see(Obligation obligation, int day) {
        Laid laid = new Laid(obligation.duty(), obligation.assignment());
        Obligation before = latest.put(laid, obligation);
        if (before == null) {
            add(day, Event.Kind.OBLIGATION_BEGAN, obligation, new Bilingual("检测义务开始：", "Obligation began: "));
        }
        if (isMet(obligation) && (before == null || !isMet(before))) {
            int met = obligation.lastCounted();
            add(met, Event.Kind.OBLIGATION_ENDED, obligation, new Bilingual("检测义务已履行：", "Obligation met: "));
        }
        int due = obligation.dueOn();
        if (obligation.status() == Status.OVERDUE && overdue.getOrDefault(laid, Days.NONE) != due) {
            overdue.put(laid, due);
            String zh = "逾期，最迟应于" + DayText.zh(due) + "采样：";
            String en = "Overdue, was to be sampled by " + DayText.en(due) + ": ";
            add(day, Event.Kind.OVERDUE, obligation, new Bilingual(zh, en));
        }
    }

    /** For good, as only what is owed once can be. */
    private static boolean isMet(Obligation obligation) {
        return obligation.duty().cadence() instanceof Cadence.AfterTask && obligation.dueOn() == Days.NONE;
    }

    private void end(Obligation obligation, int asOf) {
        if (obligation.to() <= asOf) {
            Bilingual what = new Bilingual("检测义务期满：", "Obligation ended with its period: ");
            add(obligation.to(), Event.Kind.OBLIGATION_ENDED, obligation, what);
        }
    }

    private void add(int day, Event.Kind kind, Obligation obligation, Bilingual what) {
        Bilingual title = obligation.duty().rule().title();
        Details details = new Details()
                .with("rule", obligation.duty().rule().id())
                .with("directive", obligation.duty().rule().directive().id())
                .with("marketId", obligation.assignment().marketId())
                .with("category", obligation.assignment().category());
        if (kind == Event.Kind.OVERDUE) {
            details.withDay("dueOn", obligation.dueOn());
        }
        events.add(new Event(day, kind, new Bilingual(what.zh() + title.zh(), what.en() + title.en()), details.all()));
    }
}
