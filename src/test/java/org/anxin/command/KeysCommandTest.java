package org.anxin.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.anxin.local.TestDatabase;
import org.anxin.security.ApiKey;
import org.anxin.security.ApiKeys;
import org.anxin.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keys} makes, lists and revokes, and tells a key once. */
class KeysCommandTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final ApiKeys keys = new ApiKeys(DATABASE.dataSource());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private int run(@Nullable ApiKeys stored, String arguments) {
        Clock clock = Clock.fixed(Instant.parse("2022-04-07T04:00:00Z"), ZoneOffset.UTC);
        return new KeysCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        clock,
                        stored)
                .run(List.of(arguments.split(" ")));
    }

    private String said() {
        String said = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return said;
    }

    @Test
    void aKeyIsToldOnceThenListedAndRevoked() throws SQLException {
        assertThat(run(keys, "make --name lab --role laboratory --role gate --expires 2022-12-31"))
                .isZero();
        String secret = said().strip();
        assertThat(secret).startsWith("anxin_").doesNotContain(" ");
        ApiKey key = keys.all().get(0);
        assertThat(key.roles()).containsExactly(Role.LABORATORY, Role.GATE);
        assertThat(run(keys, "list")).isZero();
        assertThat(said()).contains(key.id(), "until 2022-12-31", "never used").doesNotContain(secret);
        assertThat(run(keys, "revoke " + key.id())).isZero();
        assertThat(said()).contains("revoked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "remake",
                "make --name x --role gate",
                "make --name x --role root --expires 2022-12-31",
                "make --name x --role policy-approver --expires 2022-12-31",
                "make --name x --role gate --expires 2022-04-06",
                "make --name x --role gate --market M-01 --expires 2022-12-31",
                "make --name x --role market-organiser --expires 2022-12-31",
                "make --name x --role gate --expires",
                "make --key x --role gate --expires 2022-12-31",
                "revoke",
                "revoke 000000000000"
            })
    void wrongUseIsSaidAndChangesNothing(String arguments) throws SQLException {
        int before = keys.all().size();
        assertThat(run(keys, arguments)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage");
        assertThat(keys.all()).hasSize(before);
    }

    @Test
    void withoutADatabaseItSaysHowToNameOne() {
        assertThat(run(null, "list")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("QUARKUS_DATASOURCE_JDBC_URL");
    }
}
