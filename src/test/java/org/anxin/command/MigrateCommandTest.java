package org.anxin.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.Test;

/** {@code migrate} makes the tables as their owner, once. */
class MigrateCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment) throws CheckOptions.UsageException {
        return new MigrateCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment)
                .run();
    }

    private static Map<String, String> environment(TestDatabase database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_FLYWAY_USERNAME", database.ownerName(),
                "QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
    }

    @Test
    void anEmptyDatabaseGetsTheTablesAndASecondRunMakesNothing() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(run(environment(database))).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("执行 0 项");
            try (Connection service = database.dataSource().getConnection();
                    Statement statement = service.createStatement()) {
                assertThat(statement.executeQuery("select 1 from people").next())
                        .isFalse();
            }
            out.reset();
            assertThat(run(environment(database))).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("执行 0 项");
        }
    }

    @Test
    void withoutADatabaseItIsSaidWhichVariableIsMissing() {
        assertThatThrownBy(() -> run(Map.of())).hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void aDatabaseThatRefusesIsAFailureWithoutThePassword() throws SQLException, CheckOptions.UsageException {
        try (TestDatabase database = TestDatabase.empty()) {
            Map<String, String> wrong = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                    "QUARKUS_FLYWAY_USERNAME", database.ownerName(),
                    "QUARKUS_FLYWAY_PASSWORD", "not-the-password");
            assertThat(run(wrong)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("the database was not migrated")
                    .doesNotContain("not-the-password");
        }
    }
}
