package org.anxin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anxin.rulebook.Rule;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Absence;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Cadence;
import org.anxin.testing.Duty;
import org.anxin.testing.Note;
import org.anxin.testing.Period;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * The shipped testing rules as plain Java, written from SPEC sections 2 to 4 alone: what a service without a rule engine
 * would do. It is the oracle of the policy's decisions and the yardstick of its speed.
 */
public final class HandWrittenTesting {
    static final Note RESULT_MISSING = new Note(
            "RESULT_MISSING",
            new Bilingual("有采样的结果逾时未出，当天不再计入。", "The result of a sample is still missing; its day no longer counts."));
    static final Note SAMPLE_TIME_MISSING = new Note(
            "SAMPLE_TIME_MISSING",
            new Bilingual("有采样缺少采样时间，不计入。", "A sample has no time at which it was taken; it does not count."));
    static final Note TASK_END_UNKNOWN = new Note(
            "TASK_END_UNKNOWN",
            new Bilingual(
                    "临时性工作任务的结束日期未知，无法确定任务结束后的采样日期。",
                    "The end of a temporary task is not known, so no sample after it can be asked for."));

    private final Duty everyThreeDays;
    private final Duty twiceAWeek;
    private final Duty everyFortnight;
    private final Duty afterTheTask;
    private final Duty farmersDaily;
    private final Duty farmersEveryTwoDays;
    private final Duty professionalEveryTwoDays;

    /** @param ruleset only gives the ids, titles and directives that answers name */
    public HandWrittenTesting(Ruleset ruleset) {
        Map<String, Rule> rules = ruleset.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        everyThreeDays = always(rules.get("FM-3D"), new Cadence.EveryDays(3));
        twiceAWeek = always(rules.get("DC-2W"), new Cadence.PerWeek(2, 2));
        everyFortnight = always(rules.get("IC-14D"), new Cadence.EveryDays(14));
        afterTheTask = always(rules.get("TP-END"), new Cadence.AfterTask(1));
        farmersDaily = window(rules.get("EM-FM-1D"), 1, "2022-04-05", "2022-04-07");
        farmersEveryTwoDays = window(rules.get("EM-FM-2D"), 2, "2022-04-08", "2022-04-15");
        professionalEveryTwoDays = window(rules.get("EM-PM-2D"), 2, "2022-04-06", "2022-04-15");
    }

    private static Duty always(Rule rule, Cadence cadence) {
        return new Duty(rule, cadence, Period.ALWAYS);
    }

    private static Duty window(Rule rule, int days, String from, String to) {
        return new Duty(rule, new Cadence.EveryDays(days), new Period(Days.of(from), Days.of(to)));
    }

    /** Decides one person as of a day. */
    public PersonDecision decide(Person person, int asOf) {
        SampledDays days = new SampledDays(person, asOf);
        List<Assignment> assignments = person.assignments();
        if (days.blocked()) {
            List<Note> notes = notes(days, endUnknown(assignments));
            return new PersonDecision(person.id(), Status.BLOCKED, Days.NONE, Action.BLOCK, List.of(), notes);
        }
        for (Absence absence : person.absences()) {
            if (absence.from() <= asOf && asOf <= absence.to()) {
                List<Note> notes = notes(days, endUnknown(assignments));
                return new PersonDecision(person.id(), Status.EXEMPT, Days.NONE, Action.NONE, List.of(), notes);
            }
        }
        Owed owed = new Owed(days, person.absences(), asOf);
        boolean endUnknown = false;
        for (int i = 0; i < assignments.size(); i++) {
            Assignment assignment = assignments.get(i);
            boolean farmers = assignment.marketType().equals("FARMERS");
            switch (assignment.category()) {
                case "DIRECT_CONTACT" -> owed.twiceAWeek(twiceAWeek, assignment);
                case "INDIRECT_CONTACT" -> owed.everyDays(14, everyFortnight, assignment);
                case "TEMPORARY" -> {
                    owed.afterTheTask(afterTheTask, assignment);
                    endUnknown |= assignment.to() == Days.OPEN;
                }
                default -> {}
            }
            if (farmers) {
                if (!assignment.category().equals("TEMPORARY")) {
                    owed.everyDays(3, everyThreeDays, assignment);
                }
                owed.everyDays(1, farmersDaily, assignment);
                owed.everyDays(2, farmersEveryTwoDays, assignment);
            } else if (assignment.marketType().equals("PROFESSIONAL")) {
                owed.everyDays(2, professionalEveryTwoDays, assignment);
            }
        }
        return owed.decision(person.id(), notes(days, endUnknown));
    }

    private static boolean endUnknown(List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            if (assignment.category().equals("TEMPORARY") && assignment.to() == Days.OPEN) {
                return true;
            }
        }
        return false;
    }

    private static List<Note> notes(SampledDays days, boolean endUnknown) {
        if (!days.resultMissing() && !days.timeMissing() && !endUnknown) {
            return List.of();
        }
        List<Note> notes = new ArrayList<>(3);
        if (days.resultMissing()) {
            notes.add(RESULT_MISSING);
        }
        if (days.timeMissing()) {
            notes.add(SAMPLE_TIME_MISSING);
        }
        if (endUnknown) {
            notes.add(TASK_END_UNKNOWN);
        }
        return List.copyOf(notes);
    }
}
