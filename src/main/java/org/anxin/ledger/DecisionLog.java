package org.anxin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds to the decision log in the transaction of the effect: both are stored, or neither. */
public final class DecisionLog {
    private static final String APPEND = "select log_decisions(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private DecisionLog() {}

    /**
     * Adds entries to a stream, in this order. The end of its chain is locked until the transaction ends, so whoever writes
     * to a stream holds some lock of his own already, or is its only writer.
     *
     * @param connection in the transaction of the effect
     * @param stream letters, digits, {@code . _ : - /}
     * @param knownAt when the facts of a sweep were known; null for facts that the entries carry
     */
    public static void append(Connection connection, String stream, @Nullable Instant knownAt, List<Entry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, stream);
            array(append, 2, "text", entries, entry -> entry.kind().name());
            array(append, 3, "date", entries, entry -> LocalDate.ofEpochDay(entry.day()));
            array(append, 4, "text", entries, Entry::ruleset);
            append.setObject(5, knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC));
            array(append, 6, "bigint", entries, Entry::low);
            array(append, 7, "bigint", entries, Entry::high);
            array(append, 8, "text", entries, entry -> String.join(" ", entry.subjects()));
            array(append, 9, "integer", entries, Entry::decisions);
            array(append, 10, "bytea", entries, Entry::facts);
            array(append, 11, "bytea", entries, Entry::body);
            append.execute();
        }
    }

    private static void array(
            PreparedStatement statement, int at, String type, List<Entry> entries, Function<Entry, Object> member)
            throws SQLException {
        Object[] members = entries.stream().map(member).toArray();
        Object typed = "bytea".equals(type) ? List.of(members).toArray(byte[][]::new) : members;
        statement.setArray(at, statement.getConnection().createArrayOf(type, (Object[]) typed));
    }
}
