package org.anxin.impact;

import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.sweep.Deciding;
import org.anxin.sweep.Finding;
import org.anxin.testing.Action;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two rulesets finds about a person.
 *
 * @param status empty if the person cannot be decided
 * @param dueOn earliest due date as an epoch day, {@link Days#NONE} if nothing is due
 * @param action empty if the person cannot be decided
 * @param rules those whose obligations caused the action; where there is none, those with the earliest due date. In order,
 *     separated by spaces
 * @param code why the person cannot be decided; empty if he can
 */
public record Side(String status, int dueOn, String action, String rules, String code) {

    static Side of(Deciding.Outcome outcome) {
        if (outcome instanceof Deciding.Undecided undecided) {
            return new Side("", Days.NONE, "", "", undecided.error().code());
        }
        Deciding.Decided decided = (Deciding.Decided) outcome;
        Finding finding = decided.finding();
        String rules = finding.action() == Action.NONE ? earliest(decided.decision()) : finding.rules();
        return new Side(
                finding.status().name(), finding.dueOn(), finding.action().name(), rules, "");
    }

    /** What was found; null if the person could not be decided. */
    static @Nullable Finding finding(Deciding.Outcome outcome) {
        return outcome instanceof Deciding.Decided decided ? decided.finding() : null;
    }

    private static String earliest(PersonDecision decision) {
        SortedSet<String> rules = new TreeSet<>();
        for (Obligation obligation : decision.obligations()) {
            if (obligation.dueOn() != Days.NONE && obligation.dueOn() == decision.dueOn()) {
                rules.add(obligation.duty().rule().id());
            }
        }
        return String.join(" ", rules);
    }
}
