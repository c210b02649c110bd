package org.anxin.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows in order of the person, handed out person by person. People are asked for in the same order. */
final class OfPerson<T> {
    private final ResultSet rows;
    private final Row<T> row;
    private long at;

    /** Makes one thing of the row at which the result set stands. */
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** @param rows with the person's number in the first column */
    OfPerson(ResultSet rows, Row<T> row) throws SQLException {
        this.rows = rows;
        this.row = row;
        advance();
    }

    private void advance() throws SQLException {
        at = rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
    }

    /** What there is of this person; empty if nothing. */
    List<T> of(long person) throws SQLException {
        while (at < person) {
            advance();
        }
        if (at != person) {
            return List.of();
        }
        T first = row.read(rows);
        advance();
        if (at != person) {
            return List.of(first);
        }
        List<T> all = new ArrayList<>();
        all.add(first);
        while (at == person) {
            all.add(row.read(rows));
            advance();
        }
        return List.copyOf(all);
    }
}
