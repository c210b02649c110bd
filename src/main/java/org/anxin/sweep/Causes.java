package org.anxin.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.anxin.testing.Action;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.TestingPolicy;
import org.anxin.time.Days;

/** Which obligations caused an action (SPEC section 7). */
final class Causes {
    private Causes() {}

    /**
     * Those that call for the action by themselves; where none does, it follows from the person's status, and so do those
     * with that status.
     */
    static List<Obligation> of(TestingPolicy policy, PersonDecision decision, int asOf) {
        if (decision.action() == Action.NONE) {
            return List.of();
        }
        List<Obligation> acting = new ArrayList<>(decision.obligations().size());
        for (Obligation one : decision.obligations()) {
            if (policy.action(one, asOf) == decision.action()) {
                acting.add(one);
            }
        }
        if (acting.isEmpty()) {
            for (Obligation one : decision.obligations()) {
                if (one.status() == decision.status()) {
                    acting.add(one);
                }
            }
        }
        return acting;
    }

    /** Their rules, in order, separated by spaces. */
    static String rules(List<Obligation> obligations) {
        if (obligations.size() == 1) {
            return obligations.get(0).duty().rule().id();
        }
        SortedSet<String> rules = new TreeSet<>();
        for (Obligation obligation : obligations) {
            rules.add(obligation.duty().rule().id());
        }
        return String.join(" ", rules);
    }

    /** Epoch days of the last samples counted for them, in order. */
    static SortedSet<Integer> lastCounted(List<Obligation> obligations) {
        SortedSet<Integer> days = new TreeSet<>();
        for (Obligation obligation : obligations) {
            if (obligation.lastCounted() != Days.NONE) {
                days.add(obligation.lastCounted());
            }
        }
        return days;
    }
}
