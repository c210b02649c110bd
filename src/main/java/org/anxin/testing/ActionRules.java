package org.anxin.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anxin.rulebook.Answers;
import org.anxin.rulebook.Firing;
import org.anxin.rulebook.Ruleset;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** What follows from obligations and statuses (SPEC section 4): the action rules as tables. */
final class ActionRules {
    private static final int LONGEST = 4000;

    private final Answers<org.anxin.testing.facts.Person, Action> people;
    private final Answers<org.anxin.testing.facts.Obligation, Action> obligations;
    private final Map<Status, Action> byStatus = new EnumMap<>(Status.class);

    /** By days left, from {@code -reach} to {@code reach}; beyond, nothing changes. Empty where nothing is remembered. */
    private final Action[] byDaysLeft;

    private final int reach;
    private final @Nullable Action nothingDue;

    ActionRules(Ruleset ruleset) {
        people = ruleset.answers(TestingVocabulary.PERSON, ActionRules::strongest);
        obligations = ruleset.answers(TestingVocabulary.OBLIGATION, ActionRules::strongest);
        int largest = Math.max(
                ruleset.reach(TestingVocabulary.OBLIGATION, "daysLeft"),
                ruleset.reach(TestingVocabulary.OBLIGATION, "daysOver"));
        // One further than any rule looks, and two because a status changes up to there.
        reach = Math.max(2, largest + 1);
        byDaysLeft = ruleset.remembers() && reach <= LONGEST ? table(reach) : new Action[0];
        nothingDue = ruleset.remembers() ? obligations.of(fact(Days.NONE)) : null;
        if (ruleset.remembers()) {
            for (Status status : Status.values()) {
                byStatus.put(status, ask(status));
            }
        }
    }

    private Action[] table(int reach) {
        Action[] table = new Action[2 * reach + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = obligations.of(fact(i - reach));
        }
        return table;
    }

    private Action ask(Status status) {
        return people.of(new org.anxin.testing.facts.Person(status.name()));
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
        Action known = byStatus.get(status);
        return known == null ? ask(status) : known;
    }

    /** What an obligation due on {@code dueOn} calls for on {@code asOf}. */
    Action of(int dueOn, int asOf) {
        if (dueOn == Days.NONE) {
            return nothingDue == null ? obligations.of(fact(Days.NONE)) : nothingDue;
        }
        if (byDaysLeft.length == 0) {
            return obligations.of(fact(dueOn - asOf));
        }
        return byDaysLeft[Math.max(-reach, Math.min(reach, dueOn - asOf)) + reach];
    }
}
