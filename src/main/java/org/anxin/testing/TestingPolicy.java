package org.anxin.testing;

import java.util.List;
import java.util.stream.Stream;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Decides people by the testing rules of one ruleset (SPEC sections 2 to 4). Immutable, safe for many threads, and a pure
 * function: the same facts, day and ruleset give the same decision.
 */
public final class TestingPolicy {
    private static final Note TASK_END_UNKNOWN = new Note(
            "TASK_END_UNKNOWN",
            new Bilingual(
                    "临时性工作任务的结束日期未知，无法确定任务结束后的采样日期。",
                    "The end of a temporary task is not known, so no sample after it can be asked for."));

    /** Words of each kind whose combinations are asked for ahead of time. */
    private static final int ASKED_AHEAD = 20;

    private final SampleRules samples;
    private final ActionRules actions;
    private final Answers<Assignment, Duty[]> duties;

    /** @param ruleset with the rules of the folder {@code testing} */
    public TestingPolicy(Ruleset ruleset) {
        samples = new SampleRules(ruleset);
        actions = new ActionRules(ruleset);
        duties = ruleset.answers(TestingVocabulary.ASSIGNMENT, TestingPolicy::duties);
        askNow(ruleset.words());
    }

    /** So that the first person does not wait for the engine; of very many words, only the first ones. */
    private void askNow(Words words) {
        List<String> categories =
                words.codes("category").stream().limit(ASKED_AHEAD).toList();
        words.codes("marketType").stream()
                .limit(ASKED_AHEAD)
                .forEach(type -> categories.forEach(
                        category -> duties.of(new Assignment("", type, null, category, Days.FIRST, Days.OPEN))));
    }

    private static Duty[] duties(List<Firing> firings) {
        return firings.stream().flatMap(TestingPolicy::duties).toArray(Duty[]::new);
    }

    private static Stream<Duty> duties(Firing firing) {
        Terms terms = (Terms) firing.consequence();
        return terms.windows().stream().map(window -> new Duty(firing.rule(), terms.cadence(), window));
    }

    /**
     * Decides one person.
     *
     * @param asOf the day asked about, as an epoch day
     */
    public PersonDecision decide(Person person, int asOf) {
        JudgedSamples judged = samples.judge(person, asOf);
        if (judged.blocked()) {
            return without(Status.BLOCKED, person, judged.notes(taskEndUnknown(person)));
        }
        if (absent(person, asOf)) {
            return without(Status.EXEMPT, person, judged.notes(taskEndUnknown(person)));
        }
        Reckoning reckoning = new Reckoning(person, judged.counted(), asOf);
        List<Assignment> assignments = person.assignments();
        for (int i = 0, n = assignments.size(); i < n; i++) {
            Assignment assignment = assignments.get(i);
            for (Duty duty : duties.of(assignment)) {
                reckoning.add(duty, assignment);
            }
        }
        return decision(person, reckoning, judged.notes(reckoning.taskEndUnknown() ? TASK_END_UNKNOWN : null), asOf);
    }

    private PersonDecision decision(Person person, Reckoning reckoning, List<Note> notes, int asOf) {
        List<Obligation> obligations = reckoning.sorted();
        if (obligations.isEmpty()) {
            return without(Status.NO_OBLIGATION, person, notes);
        }
        // Sorted by due date, so the first is also the worst.
        Obligation first = obligations.get(0);
        Action action = actions.of(first.status());
        for (int i = 0, n = obligations.size(); i < n; i++) {
            action = action.or(actions.of(obligations.get(i).dueOn(), asOf));
        }
        return new PersonDecision(person.id(), first.status(), first.dueOn(), action, obligations, notes);
    }

    /** What an obligation alone calls for on {@code asOf}. */
    public Action action(Obligation obligation, int asOf) {
        return actions.of(obligation.dueOn(), asOf);
    }

    /**
     * The result of a sample that meets what is owed: the first declared one that counts on its day and ever after.
     *
     * @return null if the rules let none count
     */
    public @Nullable String countingResult() {
        return samples.countingResult();
    }

    /** Epoch days of the samples that block a person on {@code asOf}, in order; empty if none does. */
    public List<Integer> blockingDays(Person person, int asOf) {
        return samples.judge(person, asOf).blockingDays();
    }

    private PersonDecision without(Status status, Person person, List<Note> notes) {
        return new PersonDecision(person.id(), status, Days.NONE, actions.of(status), List.of(), notes);
    }

    private static boolean absent(Person person, int asOf) {
        List<Absence> absences = person.absences();
        for (int i = 0, n = absences.size(); i < n; i++) {
            if (absences.get(i).covers(asOf)) {
                return true;
            }
        }
        return false;
    }

    /** The note on tasks without a known end, for people whose obligations nobody works out. */
    private @Nullable Note taskEndUnknown(Person person) {
        for (Assignment assignment : person.assignments()) {
            if (assignment.to() == Days.OPEN && afterTask(duties.of(assignment))) {
                return TASK_END_UNKNOWN;
            }
        }
        return null;
    }

    private static boolean afterTask(Duty[] duties) {
        for (Duty duty : duties) {
            if (duty.cadence() instanceof Cadence.AfterTask) {
                return true;
            }
        }
        return false;
    }
}
