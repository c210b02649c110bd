package org.anxin.sweep;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anxin.policy.Policy;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.registry.Undecidable;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Status;
import org.anxin.time.Days;

/**
 * A sweep as SPEC section 7 has it, in the plainest way and in one transaction: what readers get is tested with runs that do
 * not depend on how the real one works.
 */
public final class PlainSweep {
    private final Connection connection;
    private final Policy policy;
    private final int asOf;
    private final int no;

    private PlainSweep(Connection connection, Policy policy, int asOf) throws SQLException {
        this.connection = connection;
        this.policy = policy;
        this.asOf = asOf;
        this.no = number("select coalesce(max(no), 0) + 1 from sweeps");
    }

    /** What is found about a person. */
    private record Found(String status, int dueOn, String action, List<String> rules, List<String> places) {}

    /** Runs it to the end and gives its id. */
    public static String run(Connection connection, Policy policy, String asOf) throws SQLException {
        connection.setAutoCommit(false);
        try {
            String id = new PlainSweep(connection, policy, Days.of(asOf)).run();
            connection.commit();
            return id;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private String run() throws SQLException {
        String id =
                Days.text(asOf) + "." + (1 + number("select count(*) from sweeps where as_of = ?::date", day(asOf)));
        execute(
                "insert into rulesets (id, files) values (?, '') on conflict do nothing",
                policy.ruleset().id());
        execute(
                "insert into sweeps (no, id, as_of, nightly, ruleset, state, newest, begun) values (?, ?, ?::date, false, ?,"
                        + " 'RUNNING', not exists (select from sweeps where as_of > ?::date), now())",
                no,
                id,
                day(asOf),
                policy.ruleset().id(),
                day(asOf));
        List<Long> found = new ArrayList<>();
        for (StoredPerson person : StoredFacts.read(connection, 0, Long.MAX_VALUE, null)) {
            if (Undecidable.of(person.facts(), policy.ruleset().words()) == null) {
                PersonDecision decision = policy.testing().decide(person.facts(), asOf);
                write(person.no(), found(person, decision));
                found.add(person.no());
                suspend(person.no(), decision);
            }
        }
        execute(
                "with gone as (delete from results where person_no <> all (?) returning *) insert into results_past"
                        + " select person_no, ?, sweep, status, due_on, action, rules, places from gone",
                connection.createArrayOf("bigint", found.toArray()),
                no);
        execute("update sweeps set state = 'COMPLETED', ended = clock_timestamp() where no = ?", no);
        return id;
    }

    private Found found(StoredPerson person, PersonDecision decision) {
        TreeSet<String> rules = new TreeSet<>();
        TreeMap<String, TreeSet<String>> places = new TreeMap<>();
        for (Obligation obligation : decision.obligations()) {
            Action action = policy.testing().action(obligation, asOf);
            if (action != Action.NONE) {
                places.put(obligation.assignment().marketId(), new TreeSet<>());
            }
            if (action != Action.NONE && action == decision.action()) {
                rules.add(obligation.duty().rule().id());
            }
        }
        boolean blocked = decision.status() == Status.BLOCKED;
        for (Assignment one : person.facts().assignments()) {
            if (one.from() <= asOf + (blocked ? 1 : 0) && one.to() >= asOf - (blocked ? 14 : 0)) {
                places.put(one.marketId(), new TreeSet<>());
            }
        }
        for (int i = 0; i < person.operatorIds().size(); i++) {
            String operator = person.operatorIds().get(i);
            TreeSet<String> there =
                    places.get(person.facts().assignments().get(i).marketId());
            if (operator != null && there != null) {
                there.add(operator);
            }
        }
        List<String> listed = new ArrayList<>();
        if (decision.action() != Action.NONE) {
            places.forEach((market, operators) ->
                    listed.add(operators.isEmpty() ? market : market + " " + String.join(" ", operators)));
        }
        return new Found(
                decision.status().name(), decision.dueOn(), decision.action().name(), List.copyOf(rules), listed);
    }

    private void write(long person, Found found) throws SQLException {
        Object[] values = {
            found.status,
            found.dueOn == Days.NONE ? null : day(found.dueOn),
            found.action,
            texts(found.rules),
            texts(found.places)
        };
        execute(
                "with was as (select * from results where person_no = ? and (status, due_on, action, rules, places)"
                        + " is distinct from (?, ?::date, ?, ?::text[], ?::text[]))"
                        + " insert into results_past select person_no, ?, sweep, status, due_on, action, rules, places from was",
                person,
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                no);
        execute(
                "insert into results values (?, ?, ?, ?::date, ?, ?, ?) on conflict (person_no) do update set"
                        + " sweep = excluded.sweep, status = excluded.status, due_on = excluded.due_on,"
                        + " action = excluded.action, rules = excluded.rules, places = excluded.places where"
                        + " (results.status, results.due_on, results.action, results.rules, results.places) is distinct from"
                        + " (excluded.status, excluded.due_on, excluded.action, excluded.rules, excluded.places)",
                person,
                no,
                values[0],
                values[1],
                values[2],
                values[3],
                values[4]);
    }

    private void suspend(long person, PersonDecision decision) throws SQLException {
        if (number("select newest::int from sweeps where no = ?", no) == 0) {
            return;
        }
        List<String> samples = decision.obligations().stream()
                .map(Obligation::lastCounted)
                .filter(Days::known)
                .map(Days::text)
                .distinct()
                .toList();
        if (decision.action().compareTo(Action.SUSPEND) >= 0) {
            execute(
                    "insert into suspensions (person_no, opened_sweep, action, rules, opened_samples)"
                            + " select ?, ?, action, rules, ?::text[]::date[] from results where person_no = ?"
                            + " on conflict do nothing",
                    person,
                    no,
                    texts(samples),
                    person);
        } else {
            execute(
                    "update suspensions set lifted_sweep = ?, lifted_samples = ?::text[]::date[]"
                            + " where person_no = ? and lifted_sweep is null",
                    no,
                    texts(samples),
                    person);
        }
    }

    private static String day(int day) {
        return Days.text(day);
    }

    private Array texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private int number(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.execute();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
