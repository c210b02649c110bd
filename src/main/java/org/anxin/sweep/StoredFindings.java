package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anxin.registry.CopiedRows;
import org.anxin.registry.SharedWords;
import org.anxin.testing.Action;
import org.anxin.testing.Status;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a range of people: what is stored, compared with what a run finds. Only what differs is written, and
 * what it replaces is kept.
 */
final class StoredFindings {
    private static final String BEFORE = "select person_no, due_on, status, action, array_to_string(rules, ' '),"
            + " array_to_string(places, E'\\n') from results where person_no >= %d and person_no < %d order by person_no";

    private static final String CHANGE = """
            with changed as (
                update results r set sweep = ?, status = f.status, due_on = date '1970-01-01' + f.due, action = f.action,
                    rules = string_to_array(f.rules, ' '), places = string_to_array(f.places, E'\\n')
                from unnest(?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                    f (person_no, status, due, action, rules, places)
                where r.person_no = f.person_no
                returning old.person_no, old.sweep, old.status, old.due_on, old.action, old.rules, old.places)
            insert into results_past (person_no, until_sweep, sweep, status, due_on, action, rules, places)
            select person_no, ?, sweep, status, due_on, action, rules, places from changed""";

    private static final String REMOVE = """
            with gone as (delete from results where person_no = any (?) returning *)
            insert into results_past (person_no, until_sweep, sweep, status, due_on, action, rules, places)
            select person_no, ?, sweep, status, due_on, action, rules, places from gone""";

    private final Connection connection;
    private final int sweep;
    private final List<Finding> before = new ArrayList<>();
    private final BinaryRows fresh = new BinaryRows();
    private final List<Finding> changed = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();

    /** How many of those stored are behind us. */
    private int passed;

    /** Reads what is stored. */
    StoredFindings(Connection connection, int sweep, long low, long high) throws SQLException {
        this.connection = connection;
        this.sweep = sweep;
        SharedWords words = new SharedWords();
        try (CopiedRows rows = new CopiedRows(connection, BEFORE.formatted(low, high))) {
            while (rows.next()) {
                before.add(finding(rows, words));
            }
        }
    }

    private static Finding finding(CopiedRows row, SharedWords words) {
        long person = row.bigint();
        int dueOn = row.day(Days.NONE);
        Status status = Status.valueOf(row.word(words));
        Action action = Action.valueOf(row.word(words));
        return new Finding(person, status, dueOn, action, row.text(), row.text());
    }

    /** What the run finds about a person. People come in order of their numbers. */
    void add(Finding finding) {
        while (passed < before.size() && before.get(passed).person() < finding.person()) {
            gone.add(before.get(passed++).person());
        }
        if (passed == before.size() || before.get(passed).person() != finding.person()) {
            addFresh(finding);
        } else if (!before.get(passed++).equals(finding)) {
            changed.add(finding);
        }
    }

    private void addFresh(Finding finding) {
        fresh.row(7);
        fresh.bigint(finding.person());
        fresh.integer(sweep);
        fresh.text(finding.status().name());
        fresh.day(finding.dueOn());
        fresh.text(finding.action().name());
        fresh.texts(finding.rules(), ' ');
        fresh.texts(finding.places(), '\n');
    }

    /** Writes what differs; whoever was not found again is found no more. */
    void write() throws SQLException {
        fresh.copy(connection, "results (person_no, sweep, status, due_on, action, rules, places)");
        if (!changed.isEmpty()) {
            change();
        }
        while (passed < before.size()) {
            gone.add(before.get(passed++).person());
        }
        if (!gone.isEmpty()) {
            remove();
        }
    }

    private void change() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setInt(1, sweep);
            update.setArray(2, array("bigint", Finding::person));
            update.setArray(3, array("text", finding -> finding.status().name()));
            update.setArray(4, array("int", finding -> finding.dueOn() == Days.NONE ? null : finding.dueOn()));
            update.setArray(5, array("text", finding -> finding.action().name()));
            update.setArray(6, array("text", Finding::rules));
            update.setArray(7, array("text", Finding::places));
            update.setInt(8, sweep);
            update.executeUpdate();
        }
    }

    private java.sql.Array array(String type, Function<Finding, @Nullable Object> member) throws SQLException {
        return connection.createArrayOf(type, changed.stream().map(member).toArray());
    }

    private void remove() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(1, connection.createArrayOf("bigint", gone.toArray()));
            delete.setInt(2, sweep);
            delete.executeUpdate();
        }
    }
}
