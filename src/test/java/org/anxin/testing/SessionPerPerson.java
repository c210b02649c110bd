package org.anxin.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.PlainSession;
import org.anxin.rulebook.Ruleset;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * The same rules with one Drools session per person and nothing remembered, as rule services are usually built: samples
 * go in first, then assignments, then the obligations they make, since the rules of each stage need what the stage before
 * made.
 */
public final class SessionPerPerson {
    private static final Note TIME_MISSING = new Note(
            "SAMPLE_TIME_MISSING",
            new Bilingual("有采样缺少采样时间，不计入。", "A sample has no time at which it was taken; it does not count."));
    private static final Note TASK_END_UNKNOWN = new Note(
            "TASK_END_UNKNOWN",
            new Bilingual(
                    "临时性工作任务的结束日期未知，无法确定任务结束后的采样日期。",
                    "The end of a temporary task is not known, so no sample after it can be asked for."));

    private final Ruleset ruleset;
    private final Map<String, Note> known = new HashMap<>();

    /** @param ruleset with the rules of the folder {@code testing} */
    public SessionPerPerson(Ruleset ruleset) {
        this.ruleset = ruleset;
        ruleset.words().all("note").forEach(word -> known.put(word.code(), new Note(word.code(), word.name())));
    }

    /** Decides one person. */
    public PersonDecision decide(Person person, int asOf) {
        try (PlainSession session = new PlainSession(ruleset)) {
            return new Run(session, person, asOf).decide();
        }
    }

    private final class Run {
        private final PlainSession session;
        private final Person person;
        private final int asOf;
        private final CountedDays counted;
        private final Map<String, Note> notes = new TreeMap<>();
        private boolean blocked;
        private Action action = Action.NONE;

        Run(PlainSession session, Person person, int asOf) {
            this.session = session;
            this.person = person;
            this.asOf = asOf;
            this.counted = new CountedDays(person.samples().size());
        }

        PersonDecision decide() {
            judgeSamples();
            Reckoning reckoning = new Reckoning(person, counted, asOf);
            person.assignments().forEach(session::insert);
            session.fire((fact, firing) -> lay(reckoning, (Assignment) fact, firing));
            List<Obligation> obligations = List.of();
            boolean absent = person.absences().stream().anyMatch(absence -> absence.covers(asOf));
            if (!blocked && !absent) {
                obligations = reckoning.sorted();
            }
            Status status = blocked
                    ? Status.BLOCKED
                    : absent
                            ? Status.EXEMPT
                            : obligations.isEmpty()
                                    ? Status.NO_OBLIGATION
                                    : obligations.get(0).status();
            act(status, obligations);
            int due = obligations.isEmpty() ? Days.NONE : obligations.get(0).dueOn();
            return new PersonDecision(person.id(), status, due, action, obligations, List.copyOf(notes.values()));
        }

        private void judgeSamples() {
            for (Sample sample : person.samples()) {
                if (sample.takenOn() == Days.NONE) {
                    notes.put(TIME_MISSING.code(), TIME_MISSING);
                    session.insert(new org.anxin.testing.facts.Sample(sample.result(), 0));
                }
            }
            session.fire((fact, firing) -> judgeUndated(firing));
            for (Sample sample : person.samples()) {
                if (sample.takenOn() != Days.NONE && sample.takenOn() <= asOf) {
                    session.insert(new org.anxin.testing.facts.Sample(sample.result(), asOf - sample.takenOn()));
                }
            }
            Map<Integer, Set<String>> noted = new HashMap<>();
            session.fire((fact, firing) -> judge((org.anxin.testing.facts.Sample) fact, firing, noted));
            noted.forEach((day, codes) -> {
                if (!counted.contains(day)) {
                    codes.forEach(code -> notes.put(code, known.get(code)));
                }
            });
        }

        private void judgeUndated(Firing firing) {
            blocked |= firing.consequence() instanceof SampleVerbs.Verdict.Blocks && asOf > released();
        }

        private void judge(org.anxin.testing.facts.Sample sample, Firing firing, Map<Integer, Set<String>> noted) {
            int day = asOf - sample.daysAgo();
            if (firing.consequence() instanceof SampleVerbs.Verdict.Counts) {
                counted.add(day);
            } else if (firing.consequence() instanceof SampleVerbs.Verdict.Blocks) {
                blocked |= day > released();
            } else if (firing.consequence() instanceof SampleVerbs.Verdict.Notes note) {
                noted.computeIfAbsent(day, none -> new HashSet<>()).add(note.code());
            }
        }

        private int released() {
            return person.releasedOn() > asOf ? Days.NONE : person.releasedOn();
        }

        private void lay(Reckoning reckoning, Assignment assignment, Firing firing) {
            Terms terms = (Terms) firing.consequence();
            for (Period window : terms.windows()) {
                reckoning.add(new Duty(firing.rule(), terms.cadence(), window), assignment);
            }
            if (terms.cadence() instanceof Cadence.AfterTask && assignment.to() == Days.OPEN) {
                notes.put(TASK_END_UNKNOWN.code(), TASK_END_UNKNOWN);
            }
        }

        private void act(Status status, List<Obligation> obligations) {
            session.insert(new org.anxin.testing.facts.Person(status.name()));
            for (Obligation obligation : obligations) {
                int left = obligation.dueOn() == Days.NONE ? Days.NONE : obligation.dueOn() - asOf;
                session.insert(new org.anxin.testing.facts.Obligation(
                        obligation.status().name(), left));
            }
            session.fire((fact, firing) -> action = action.or((Action) firing.consequence()));
        }
    }
}
