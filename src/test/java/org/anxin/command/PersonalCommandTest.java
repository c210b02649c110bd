package org.anxin.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.local.TestDatabase;
import org.anxin.personal.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys of personal data on the command line. */
class PersonalCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(@Nullable String keys, @Nullable DataSource database, String... arguments) {
        PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream warned = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new PersonalCommand(told, warned, keys, database).run(List.of(arguments));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aKeyIsMadeWithItsNumber() {
        assertThat(run(null, null, "key", "2")).isZero();
        assertThat(out()).matches("2:[A-Za-z0-9+/]{43}=\\R");
        assertThat(run(null, null, "key", "256")).isEqualTo(2);
    }

    @Test
    void rotatingTellsHowManyPeople() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThat(run(TestKeys.ONE, database.dataSource(), "rotate")).isZero();
            assertThat(out()).contains("0 people");
        }
    }

    @Test
    void keysThatAreNoneAreNotRepeated() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThat(run("1:secret", database.dataSource(), "rotate")).isEqualTo(2);
            assertThat(err()).contains("ANXIN_PERSONAL_KEYS").doesNotContain("secret");
        }
    }

    @Test
    void withoutKeysOrDatabaseTheUsageIsShown() {
        assertThat(run(null, null, "rotate")).isEqualTo(2);
        assertThat(run(TestKeys.ONE, null, "rotate")).isEqualTo(2);
        assertThat(run(null, null)).isEqualTo(2);
        assertThat(err()).contains("personal rotate");
    }
}
