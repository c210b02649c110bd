package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Whoever rolls back after a COPY that the database left halfway does not wait for it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftCopyTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static Connection begun() throws SQLException {
        Connection connection = DATABASE.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static void terminate(int backend) throws SQLException {
        try (Connection other = DATABASE.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + backend + ", 10000)");
        }
    }

    private static void assertLost(Connection connection) {
        assertThatThrownBy(connection::rollback)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        lost -> assertThat(DatabaseFault.of(lost)).isEqualTo(DatabaseFault.UNREACHABLE));
    }

    @Test
    void whileRowsAreRead() throws SQLException {
        try (Connection connection = begun()) {
            int backend = backend(connection);
            assertThatThrownBy(() -> {
                        try (CopiedRows rows = new CopiedRows(
                                connection, "select n, repeat('x', 100) from generate_series(1, 10000000) n")) {
                            terminate(backend);
                            while (rows.next()) {
                                rows.skip();
                                rows.skip();
                            }
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertLost(connection);
        }
    }

    @Test
    void whileRowsAreSent() throws SQLException {
        try (Connection connection = begun()) {
            int backend = backend(connection);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sample_changes from stdin");
            terminate(backend);
            assertThatThrownBy(() -> LeftCopy.cancel(copy, connection)).isInstanceOf(SQLException.class);
            assertLost(connection);
        }
    }

    @Test
    void aCopyThatFailsOnItsOwnLeavesTheConnectionToBeRolledBack() throws SQLException {
        try (Connection connection = begun();
                Statement statement = connection.createStatement()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy sample_changes from stdin");
            LeftCopy.cancel(copy, connection);
            connection.rollback();
            try (ResultSet row = statement.executeQuery("select 1")) {
                assertThat(row.next()).isTrue();
            }
        }
    }
}
