package org.anxin.policy;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anxin.rulebook.Words;
import org.anxin.testing.Assignment;
import org.anxin.testing.Cadence;
import org.anxin.testing.Obligation;
import org.anxin.testing.Period;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Terms;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cases that a new cadence rule needs: either side of its window and of its cadence, and somebody whom it does not
 * concern. What they expect is what the rules decide, for whoever wrote the rule to read.
 */
public final class WindowCases {
    /** Long enough that the assignment began before anything that the rules look back to. */
    private static final int BEFORE = 60;

    private final Policy policy;
    private final String rule;
    private final Terms terms;
    private final int first;

    private WindowCases(Policy policy, String rule, Terms terms, int today) {
        this.policy = policy;
        this.rule = rule;
        this.terms = terms;
        Period window = terms.windows().get(0);
        this.first = window.from() == Days.NONE ? today : window.from();
    }

    /**
     * The text of a case file.
     *
     * @param policy with the new rule
     * @param rule its id
     * @param today an epoch day on which a rule without a window is shown
     * @return empty if nobody can be found whom the rule concerns
     */
    public static String of(Policy policy, String rule, Terms terms, int today) {
        return new WindowCases(policy, rule, terms, today).text();
    }

    private String text() {
        Person concerned = person(true);
        if (concerned == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("# What the rule " + rule + " means, in examples.\n");
        days(concerned).forEach((day, what) -> text.append(written(rule + " " + what, concerned, day)));
        Person other = person(false);
        if (other != null) {
            text.append(written(rule + " does not concern everybody", other, first));
        }
        return text.toString();
    }

    /** Somebody of one market and category whom the rule concerns, or does not; null if there is nobody. */
    private @Nullable Person person(boolean concerned) {
        Words words = policy.ruleset().words();
        for (Words.Word type : words.all("marketType")) {
            for (Words.Word category : words.all("category")) {
                int last = terms.cadence() instanceof Cadence.AfterTask ? first : Days.OPEN;
                Assignment assignment = new Assignment("M-1", type.code(), null, category.code(), first - BEFORE, last);
                Person person = new Person("P-1", List.of(assignment), List.of(), List.of(), Days.NONE);
                if ((due(person) != null) == concerned) {
                    return person;
                }
            }
        }
        return null;
    }

    private @Nullable Obligation due(Person person) {
        return policy.testing().decide(person, first).obligations().stream()
                .filter(obligation -> obligation.duty().rule().id().equals(rule))
                .findFirst()
                .orElse(null);
    }

    private SortedMap<Integer, String> days(Person person) {
        SortedMap<Integer, String> days = new TreeMap<>();
        Obligation obligation = due(person);
        if (obligation != null && Days.known(obligation.dueOn())) {
            days.put(obligation.dueOn(), "on the last day for a sample");
            days.put(obligation.dueOn() + 1, "on the first day overdue");
        }
        for (Period window : terms.windows()) {
            if (window.from() != Days.NONE) {
                days.put(window.from() - 1, "the day before it begins");
                days.put(window.from(), "on its first day");
            }
            if (window.to() != Days.OPEN) {
                days.put(window.to(), "on its last day");
                days.put(window.to() + 1, "the day after it ends");
            }
        }
        return days;
    }

    private String written(String name, Person person, int day) {
        Assignment assignment = person.assignments().get(0);
        String last = assignment.to() == Days.OPEN ? "" : ", to: " + Days.text(assignment.to());
        return """

                - case: %s
                  asOf: %s
                  person:
                    id: P-1
                    assignments:
                      - {market: {id: M-1, type: %s}, category: %s, from: %s%s}
                  expect: %s
                """.formatted(
                        name,
                        Days.text(day),
                        assignment.marketType(),
                        assignment.category(),
                        Days.text(assignment.from()),
                        last,
                        expected(policy.testing().decide(person, day)));
    }

    private static String expected(PersonDecision decision) {
        return "{status: %s, dueOn: %s, action: %s, obligations: [%s]}"
                .formatted(
                        decision.status(),
                        day(decision.dueOn()),
                        decision.action(),
                        obligations(decision.obligations()));
    }

    private static String obligations(Collection<Obligation> obligations) {
        return obligations.stream()
                .map(obligation -> "{rule: %s, dueOn: %s}"
                        .formatted(obligation.duty().rule().id(), day(obligation.dueOn())))
                .collect(Collectors.joining(", "));
    }

    private static String day(int day) {
        return Days.known(day) ? Days.text(day) : "null";
    }
}
