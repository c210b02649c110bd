package org.anxin.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.anxin.local.TestDatabase;
import org.anxin.text.Bilingual;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Keys change, and nobody's name does. */
class RotationTest {
    private static final int PEOPLE = 4500;
    private static final Sealing OLD = TestKeys.sealing(TestKeys.ONE);
    private static final Sealing BOTH = TestKeys.sealing(TestKeys.TWO, TestKeys.ONE);
    private static final Sealing NEW = TestKeys.sealing(TestKeys.TWO);

    private final TestDatabase database = TestDatabase.migrated();

    @BeforeEach
    void store() throws SQLException {
        assertThat(register(OLD)).isNull();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into people (id, name, id_number, phone) values (?, ?, ?, ?)")) {
            for (int i = 0; i < PEOPLE; i++) {
                String id = "P-" + i;
                insert.setString(1, id);
                insert.setBytes(2, OLD.seal(PersonalField.NAME, id, "王" + i));
                insert.setBytes(3, i % 3 == 0 ? null : OLD.seal(PersonalField.ID_NUMBER, id, "ID" + i));
                insert.setBytes(4, OLD.seal(PersonalField.PHONE, id, "138" + i));
                insert.addBatch();
            }
            insert.executeBatch();
            database.execute("insert into people (id) values ('P-none')");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Bilingual register(Sealing sealing) throws SQLException {
        return KeysInUse.register(database.dataSource(), sealing.keys());
    }

    private long rotate(Sealing sealing) throws SQLException {
        return new Rotation(database.dataSource(), sealing).run(done -> {});
    }

    private void assertAllOpen(Sealing sealing) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, name, id_number, phone from people")) {
            while (row.next()) {
                String id = row.getString(1);
                String no = id.substring(2);
                boolean isNone = no.equals("none");
                assertThat(sealing.open(PersonalField.NAME, id, row.getBytes(2)))
                        .isEqualTo(isNone ? null : "王" + no);
                assertThat(sealing.open(PersonalField.ID_NUMBER, id, row.getBytes(3)))
                        .isEqualTo(isNone || Integer.parseInt(no) % 3 == 0 ? null : "ID" + no);
                assertThat(sealing.open(PersonalField.PHONE, id, row.getBytes(4)))
                        .isEqualTo(isNone ? null : "138" + no);
            }
        }
    }

    @Test
    void everybodyIsSealedAnewOnceAndNothingElseChanges() throws SQLException {
        String others = "select no, id, released_on, known_from from people order by no";
        List<String> before = database.rows(others);
        assertThat(rotate(BOTH)).isEqualTo(PEOPLE);
        assertAllOpen(NEW);
        assertThat(database.rows(others)).isEqualTo(before);
        assertThat(database.rows("select 1 from people_past")).isEmpty();
        assertThat(rotate(BOTH)).isZero();
    }

    @Test
    void theAuditLogTellsThatItWasDoneAndByWhom() throws SQLException {
        rotate(BOTH);
        assertThat(database.rows("select actor, request, sum(rows) as rows, count(*) as entries from audit_log"
                        + " where table_name = 'people' and action = 'UPDATE' group by 1, 2"))
                .containsExactly("command personal rotate " + PEOPLE + " 3");
    }

    @Test
    void whatWasInterruptedGoesOn() throws SQLException {
        assertThatThrownBy(() -> new Rotation(database.dataSource(), BOTH).run(done -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertAllOpen(BOTH);
        assertThat(register(NEW)).isNotNull();
        assertThat(rotate(BOTH)).isEqualTo(PEOPLE - 2000);
        assertAllOpen(NEW);
        assertThat(register(NEW)).isNull();
    }

    @Test
    void anOldKeyMustBeThereUntilNothingIsSealedWithIt() throws SQLException {
        assertThatThrownBy(() -> rotate(NEW)).isInstanceOf(UnreadablePersonalException.class);
        assertThat(register(NEW)).extracting(Bilingual::en).asString().contains("key 1");
        assertThat(register(BOTH)).isNull();
        rotate(BOTH);
        assertThat(register(NEW)).isNull();
    }

    @Test
    void anotherKeyOfTheSameNumberIsRefused() throws SQLException {
        Sealing other = TestKeys.sealing(TestKeys.TWO.replace("2:", "1:"));
        assertThat(register(other)).extracting(Bilingual::en).asString().contains("new number");
    }

    @Test
    void aSettingAloneKeepsNoChangeOutOfTheLogs() throws SQLException {
        database.execute(
                "set anxin.sealing_anew = 'on'; update people set released_on = '2022-04-01', phone = null where id = 'P-1'");
        assertThat(database.rows("select 1 from audit_log where action = 'UPDATE' and subject = 'P-1'"))
                .hasSize(1);
        assertThat(database.rows("select 1 from people_past")).hasSize(1);
        assertThatThrownBy(() -> database.execute("insert into audit_log (actor) values ('x')"))
                .isInstanceOf(PSQLException.class);
    }
}
