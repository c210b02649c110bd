package org.anxin.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;
import org.anxin.testing.TestingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds about a person: a row of {@code results}.
 *
 * @param person the person's number
 * @param dueOn earliest due date, {@link org.anxin.time.Days#NONE} if nothing is due
 * @param rules those whose obligations caused the action, in order, separated by spaces
 * @param places the markets that have the person on a list, in order, a line each: the market's id, then those of the
 *     person's operators there, separated by spaces
 */
public record Finding(long person, Status status, int dueOn, Action action, String rules, String places) {
    /** A blocked person is listed wherever an assignment was in force so many days before. */
    private static final int DAYS_BEFORE_BLOCK = 14;

    /** What the decision of a person amounts to. */
    static Finding of(TestingPolicy policy, StoredPerson person, PersonDecision decision, int asOf) {
        Action action = decision.action();
        if (action == Action.NONE) {
            return new Finding(person.no(), decision.status(), decision.dueOn(), action, "", "");
        }
        return new Finding(
                person.no(),
                decision.status(),
                decision.dueOn(),
                action,
                Causes.rules(Causes.of(policy, decision, asOf)),
                places(policy, person, decision, asOf));
    }

    /** Every market with an assignment in force, and every market of an obligation with an action (SPEC section 7). */
    private static String places(TestingPolicy policy, StoredPerson person, PersonDecision decision, int asOf) {
        boolean blocked = decision.status() == Status.BLOCKED;
        List<Assignment> assignments = person.facts().assignments();
        int from = blocked ? asOf - DAYS_BEFORE_BLOCK : asOf;
        int to = blocked ? asOf + 1 : asOf;
        if (assignments.size() == 1 && isInForce(assignments.get(0), from, to)) {
            // So it is for nearly everybody.
            @Nullable String operator = person.operatorIds().get(0);
            String market = assignments.get(0).marketId();
            return operator == null ? market : market + ' ' + operator;
        }
        SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        for (Assignment assignment : assignments) {
            if (isInForce(assignment, from, to)) {
                places.putIfAbsent(assignment.marketId(), new TreeSet<>());
            }
        }
        for (Obligation obligation : decision.obligations()) {
            if (policy.action(obligation, asOf) != Action.NONE) {
                places.putIfAbsent(obligation.assignment().marketId(), new TreeSet<>());
            }
        }
        addOperators(person, places);
        return text(places);
    }

    /** On any day from {@code from} to {@code to}. */
    private static boolean isInForce(Assignment assignment, int from, int to) {
        return assignment.from() <= to && assignment.to() >= from;
    }

    private static void addOperators(StoredPerson person, SortedMap<String, SortedSet<String>> places) {
        List<Assignment> assignments = person.facts().assignments();
        for (int i = 0, n = assignments.size(); i < n; i++) {
            @Nullable String operator = person.operatorIds().get(i);
            @Nullable
            SortedSet<String> operators = places.get(assignments.get(i).marketId());
            if (operator != null && operators != null) {
                operators.add(operator);
            }
        }
    }

    private static String text(SortedMap<String, SortedSet<String>> places) {
        StringBuilder text = new StringBuilder();
        places.forEach((market, operators) -> {
            text.append(text.length() == 0 ? "" : "\n").append(market);
            operators.forEach(operator -> text.append(' ').append(operator));
        });
        return text.toString();
    }

    /** The markets that have the person on a list, by id. */
    public List<String> markets() {
        List<String> markets = new ArrayList<>(2);
        for (int at = 0; at < places.length(); ) {
            int end = places.indexOf('\n', at);
            String place = end < 0 ? places.substring(at) : places.substring(at, end);
            int operators = place.indexOf(' ');
            markets.add(operators < 0 ? place : place.substring(0, operators));
            at += place.length() + 1;
        }
        return markets;
    }

    /** Whether whoever is found so may not trade. */
    public boolean suspends() {
        return action.compareTo(Action.SUSPEND) >= 0;
    }
}
