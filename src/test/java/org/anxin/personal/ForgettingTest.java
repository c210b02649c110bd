package org.anxin.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Objects;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is gone for long is forgotten, and every count stays. */
class ForgettingTest {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 1);

    private final TestDatabase database = TestDatabase.migrated();

    @BeforeEach
    void store() throws SQLException {
        database.execute("insert into markets (id, name, type) values ('M-1', 'x', 'FARMERS')");
        database.execute("insert into people (id, name) select 'P-' || n, sha512('x') from generate_series(1, 5) n");
        database.execute(
                "insert into assignments (person_no, market_no, category, from_on, to_on) select no, 1, 'STAFF', '2022-01-01',"
                        + " case id when 'P-2' then null when 'P-3' then date '2022-04-01' else date '2022-03-31' end from people");
        database.execute(
                "insert into samples (person_no, taken_on, result) select no, '2022-03-30', 'PENDING' from people");
        database.execute("insert into samples (person_no, taken_on, result) values (4, '2022-04-01', 'NEGATIVE')");
        database.execute("update samples set result = 'NEGATIVE' where person_no = 1");
        database.execute(
                "insert into absences (person_no, from_on, to_on, reason) values (1, '2022-03-01', '2022-03-02', 'x'),"
                        + " (5, '2022-03-01', null, 'x')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Forgetting.Forgotten forget() throws SQLException {
        return Objects.requireNonNull(new Forgetting(database.dataSource()).run(DAY, "command", "personal forget"));
    }

    @Test
    void onlyWhoeverHasNothingOfTheDayOrLaterIsForgotten() throws SQLException {
        assertThat(forget()).isEqualTo(new Forgetting.Forgotten(1, 2));
        assertThat(database.rows("select id from people where name is null")).containsExactly("P-1");
        assertThat(database.rows("select person_no from samples union select person_no from samples_past order by 1"))
                .containsExactly("2", "3", "4", "5");
        assertThat(database.rows("select person_no from absences union select person_no from absences_past"))
                .containsExactly("5");
        assertThat(forget()).isEqualTo(new Forgetting.Forgotten(0, 0));
    }

    @Test
    void twoDoNotForgetAtATime() throws SQLException {
        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(" + 0x666f72676574L + ")");
            assertThat(new Forgetting(database.dataSource()).run(DAY, "command", "x"))
                    .isNull();
        }
        assertThat(database.rows("select 1 from people where name is null")).isEmpty();
    }

    @Test
    void whatIsCountedStays() throws SQLException {
        forget();
        assertThat(database.rows("select count(*) from people")).containsExactly("5");
        assertThat(database.rows("select count(*) from assignments")).containsExactly("5");
    }

    @Test
    void theAuditLogTellsThatAndNotWhat() throws SQLException {
        long before =
                Long.parseLong(database.rows("select count(*) from audit_log").get(0));
        forget();
        assertThat(database.rows("select table_name, action, rows, actor from audit_log order by no offset " + before))
                .containsExactly("people UPDATE 1 command", "people DELETE 1 command");
    }

    @Test
    void aSettingAloneKeepsNoDeletionOutOfTheLog() throws SQLException {
        database.execute("set anxin.forgetting = 'on'; delete from samples where person_no = 2");
        assertThat(database.rows("select 1 from audit_log where table_name = 'samples' and action = 'DELETE'"))
                .hasSize(1);
    }
}
