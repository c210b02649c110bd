package org.anxin.registry.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks for once, however often the request comes: whoever sends it again with the same key gets the
 * same answer. Answers are kept for 24 hours at least.
 *
 * @param key chosen by the sender
 * @param request a fingerprint of what is asked for
 */
public record Once(String key, byte[] request) {
    private static final String OLD = "delete from idempotency where key in (select key from idempotency where answered"
            + " < statement_timestamp() - interval '24 hours' limit 1000 for update skip locked)";

    /** The key was used for something else. */
    public static final class KeyReusedException extends RuntimeException {
        KeyReusedException() {
            super("an idempotency key was used for another request", null, false, false);
        }
    }

    /** Makes the answer. */
    interface Work {
        byte[] answer() throws IOException, SQLException;
    }

    /**
     * The answer: that of before, or that of {@code work}, which is kept if the transaction commits. A second request that
     * comes meanwhile waits for it.
     */
    byte[] answer(Connection connection, Work work) throws IOException, SQLException {
        execute(connection, "select pg_advisory_xact_lock(hashtextextended('idempotency ' || ?, 0))");
        byte[] before = before(connection);
        if (before != null) {
            return before;
        }
        byte[] answer = work.answer();
        keep(connection, answer);
        return answer;
    }

    private byte @Nullable [] before(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select request, answer from idempotency where key = ?")) {
            query.setString(1, key);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    return null;
                }
                if (!Arrays.equals(found.getBytes(1), request)) {
                    throw new KeyReusedException();
                }
                return found.getBytes(2);
            }
        }
    }

    private void keep(Connection connection, byte[] answer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into idempotency (key, request, answer) values (?, ?, ?)")) {
            insert.setString(1, key);
            insert.setBytes(2, request);
            insert.setBytes(3, answer);
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement(OLD)) {
            delete.executeUpdate();
        }
    }

    private void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.execute();
        }
    }
}
