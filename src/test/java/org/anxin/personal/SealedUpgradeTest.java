package org.anxin.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.anxin.local.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database of an earlier version is sealed when it is upgraded. */
class SealedUpgradeTest {
    private static final String KEYS = "anxin.personal.keys";
    private final TestDatabase database = TestDatabase.empty();

    @AfterEach
    void close() {
        System.clearProperty(KEYS);
        database.close();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private void storeLegibly() throws SQLException {
        migrate("15");
        execute(
                "insert into people (id, name, id_number, phone, released_on)"
                        + " select 'P-' || n, '王小明' || n, 'ID-' || n, '138' || n, '2022-04-01' from generate_series(1, 12000) n;"
                        + " insert into people (id, phone) values ('P-phone', '1390'); insert into people (id) values ('P-none')");
    }

    @Test
    void whatWasLegibleIsSealedAndNothingElseChanges() throws SQLException {
        storeLegibly();
        String others =
                "select string_agg(concat_ws(' ', no, id, released_on, known_from), ';' order by no) from people";
        List<String> before = rows(others);
        System.setProperty(KEYS, TestKeys.ONE);
        migrate("16");
        assertThat(rows(others)).isEqualTo(before);
        assertThat(rows("select id from people where num_nulls(name, id_number, phone) = 3"))
                .containsExactly("P-none");
        assertThat(rows("select count(*) from people_past")).containsExactly("0");
        Sealing sealing = TestKeys.sealing(TestKeys.ONE);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, name, id_number, phone from people where id like 'P-%0' order by no")) {
            while (row.next()) {
                String id = row.getString(1);
                String no = id.substring(2);
                assertThat(sealing.open(PersonalField.NAME, id, row.getBytes(2)))
                        .isEqualTo("王小明" + no);
                assertThat(sealing.open(PersonalField.ID_NUMBER, id, row.getBytes(3)))
                        .isEqualTo("ID-" + no);
                assertThat(sealing.open(PersonalField.PHONE, id, row.getBytes(4)))
                        .isEqualTo("138" + no);
            }
        }
    }

    private void checkpoint() throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    @Test
    void theFileOfTheTableHasNothingLegibleAnyMore() throws SQLException {
        storeLegibly();
        System.setProperty(KEYS, TestKeys.ONE);
        migrate("16");
        checkpoint();
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select position('王小明'::bytea in file), position('P-12000'::bytea in file)"
                                + " from pg_read_binary_file(pg_relation_filepath('people')) file")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
            assertThat(found.getInt(2)).isPositive();
        }
    }

    @Test
    void withoutAKeyNothingIsUpgraded() throws SQLException {
        storeLegibly();
        assertThatThrownBy(() -> migrate("16")).isInstanceOf(FlywayException.class);
        assertThat(rows("select name from people where id = 'P-7'")).containsExactly("王小明7");
    }

    @Test
    void legibleTextIsRefusedByTheColumns() throws SQLException {
        migrate("16");
        assertThatThrownBy(() -> execute("insert into people (id, name) values ('P-1', '王小明')"))
                .hasMessageContaining("personal_text");
    }
}
