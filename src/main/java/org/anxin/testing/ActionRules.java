package org.anxin.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.time.Days;

/** What follows from obligations and statuses (SPEC section 4): the action rules as tables. */
final class ActionRules {
    private static final int LONGEST = 4000;

    private final Map<Status, Action> byStatus = new EnumMap<>(Status.class);
    private final Action[] byDaysLeft;
    private final Action nothingDue;
    private final int reach;

    ActionRules(Ruleset ruleset) {
        Answers<org.anxin.testing.facts.Person, Action> people =
                ruleset.answers(TestingVocabulary.PERSON, ActionRules::strongest);
        for (Status status : Status.values()) {
            byStatus.put(status, people.of(new org.anxin.testing.facts.Person(status.name())));
        }
        Answers<org.anxin.testing.facts.Obligation, Action> obligations =
                ruleset.answers(TestingVocabulary.OBLIGATION, ActionRules::strongest);
        int largest = Math.max(
                ruleset.reach(TestingVocabulary.OBLIGATION, "daysLeft"),
                ruleset.reach(TestingVocabulary.OBLIGATION, "daysOver"));
        // One further than any rule looks and than any status reaches: beyond, nothing changes.
        reach = Math.max(2, Math.min(LONGEST, largest + 1));
        byDaysLeft = new Action[2 * reach + 1];
        for (int i = 0; i < byDaysLeft.length; i++) {
            byDaysLeft[i] = obligations.of(fact(i - reach));
        }
        nothingDue = obligations.of(fact(Days.NONE));
    }

    private static org.anxin.testing.facts.Obligation fact(int daysLeft) {
        Status status = daysLeft == Days.NONE ? Status.COMPLIANT : Status.ofDaysLeft(daysLeft);
        return new org.anxin.testing.facts.Obligation(status.name(), daysLeft);
    }

    private static Action strongest(List<Firing> firings) {
        return firings.stream().map(firing -> (Action) firing.consequence()).reduce(Action.NONE, Action::or);
    }

    /** What a person's status alone calls for. */
    Action of(Status status) {
        return byStatus.getOrDefault(status, Action.NONE);
    }

    /** What an obligation due on {@code dueOn} calls for on {@code asOf}. */
    Action of(int dueOn, int asOf) {
        if (dueOn == Days.NONE) {
            return nothingDue;
        }
        return byDaysLeft[Math.max(-reach, Math.min(reach, dueOn - asOf)) + reach];
    }
}
