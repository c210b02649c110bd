package org.anxin.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    /** Kept as long as the connection, and empty after each transaction. */
    private static final String CHANGED = """
            create temp table if not exists changed_findings (person_no bigint, status text, due_on date, action text,
                rules text[], places text[]) on commit delete rows""";

    private static final String CHANGE = """
            with changed as (
                update results r
                set sweep = ?, status = f.status, due_on = f.due_on, action = f.action, rules = f.rules, places = f.places
                from changed_findings f
                where r.person_no = f.person_no and r.person_no >= ? and r.person_no < ?
                returning old.person_no, old.sweep, old.status, old.due_on, old.action, old.rules, old.places)
            insert into results_past (person_no, until_sweep, sweep, status, due_on, action, rules, places)
            select person_no, ?, sweep, status, due_on, action, rules, places from changed""";

    private static final String REMOVE = """
            with gone as (delete from results where person_no = any (?) returning *)
            insert into results_past (person_no, until_sweep, sweep, status, due_on, action, rules, places)
            select person_no, ?, sweep, status, due_on, action, rules, places from gone""";

    private final Connection connection;
    private final ShardClaim shard;
    private final List<Finding> before = new ArrayList<>();
    private final BinaryRows fresh = new BinaryRows();
    private final BinaryRows changed = new BinaryRows();
    private final List<Finding> gone = new ArrayList<>();

    /** How many of those stored are behind us. */
    private int passed;

    /** Reads what is stored. */
    StoredFindings(Connection connection, ShardClaim shard) throws SQLException {
        this.connection = connection;
        this.shard = shard;
        SharedWords words = new SharedWords();
        try (CopiedRows rows = new CopiedRows(connection, BEFORE.formatted(shard.low(), shard.high()))) {
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

    /**
     * What the run finds about a person. People come in order of their numbers.
     *
     * @return what was found before, null if nothing was
     */
    @Nullable
    Finding add(Finding finding) {
        while (passed < before.size() && before.get(passed).person() < finding.person()) {
            gone.add(before.get(passed++));
        }
        if (passed == before.size() || before.get(passed).person() != finding.person()) {
            fresh.row(7);
            fresh.integer(shard.sweep());
            add(finding, fresh);
            return null;
        }
        Finding there = before.get(passed++);
        if (!there.equals(finding)) {
            changed.row(6);
            add(finding, changed);
        }
        return there;
    }

    private static void add(Finding finding, BinaryRows rows) {
        rows.bigint(finding.person());
        rows.text(finding.status().name());
        rows.day(finding.dueOn());
        rows.text(finding.action().name());
        rows.texts(finding.rules(), ' ');
        rows.texts(finding.places(), '\n');
    }

    /** Writes what differs; whoever was not found again is found no more. */
    void write() throws SQLException {
        fresh.copy(connection, "results (sweep, person_no, status, due_on, action, rules, places)");
        if (!changed.isEmpty()) {
            change();
        }
        while (passed < before.size()) {
            gone.add(before.get(passed++));
        }
        if (!gone.isEmpty()) {
            remove();
        }
    }

    /** Once written: the numbers of people who were on a list and were not found again. */
    List<Long> takenOffLists() {
        return gone.stream()
                .filter(finding -> finding.action() != Action.NONE)
                .map(Finding::person)
                .toList();
    }

    private void change() throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute(CHANGED);
        }
        changed.copy(connection, "changed_findings");
        try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
            update.setInt(1, shard.sweep());
            update.setLong(2, shard.low());
            update.setLong(3, shard.high());
            update.setInt(4, shard.sweep());
            update.executeUpdate();
        }
    }

    private void remove() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", gone.stream().map(Finding::person).toArray()));
            delete.setInt(2, shard.sweep());
            delete.executeUpdate();
        }
    }
}
