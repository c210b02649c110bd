package org.anxin.impact;

import java.sql.Connection;
import java.sql.SQLException;
import org.anxin.sweep.BinaryRows;

/** Rows of {@code impact_people} that are about to be written. */
final class ChangedRows {
    private static final String INTO = "impact_people";

    private final Impact run;
    private final BinaryRows rows = new BinaryRows();

    ChangedRows(Impact run) {
        this.run = run;
    }

    void add(ChangedPerson person) {
        rows.row(15);
        rows.bigint(run.no());
        rows.day(person.day());
        rows.bigint(person.no());
        rows.integer(person.changes());
        rows.texts(String.join(" ", person.markets()), ' ');
        add(person.before());
        add(person.after());
    }

    private void add(Side side) {
        rows.text(side.status());
        rows.day(side.dueOn());
        rows.text(side.action());
        rows.texts(side.rules(), ' ');
        rows.text(side.code());
    }

    /** Writes them. */
    void write(Connection connection) throws SQLException {
        rows.copy(connection, INTO);
    }
}
