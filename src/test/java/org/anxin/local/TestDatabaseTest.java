package org.anxin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The database that other tests build on. */
class TestDatabaseTest {
    @Test
    void databasesDoNotSeeEachOther() throws SQLException {
        try (TestDatabase one = TestDatabase.migrated();
                TestDatabase other = TestDatabase.migrated()) {
            execute(one, "create table seen (id int)");
            execute(other, "create table seen (id int)");
            assertThat(one.url()).isNotEqualTo(other.url());
        }
    }

    @Test
    void theServiceIsNoSuperuser() throws SQLException {
        try (TestDatabase database = TestDatabase.empty();
                Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show is_superuser")) {
            found.next();
            assertThat(found.getString(1)).isEqualTo("off");
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
