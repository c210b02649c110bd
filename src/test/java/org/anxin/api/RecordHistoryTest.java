package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What single records said before is kept, with the time until which it was known. */
@QuarkusTest
class RecordHistoryTest {
    private static final String ASSIGNMENT = "people/H-P/assignments/H-M/STAFF/2022-01-01";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    private RecordClient records;

    @BeforeEach
    void register() {
        records = new RecordClient(service);
        records.has("markets/H-M", "{\"name\":\"x\",\"type\":\"FARMERS\"}");
        records.has("people/H-P", "{\"name\":\"x\"}");
        records.delete(ASSIGNMENT);
    }

    /** The columns of a query's only or first row, as text. */
    private List<String> row(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            if (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
            }
            return columns;
        }
    }

    private static String ofPerson(String columns, String table) {
        return "select " + columns + " from " + table
                + " where person_no = (select no from people where id = 'H-P') order by known_from desc limit 1";
    }

    @Test
    void whatAnAssignmentSaidIsKnownUntilItSaysSomethingElse() throws SQLException {
        records.has(ASSIGNMENT, "{}");
        String first = row(ofPerson("known_from", "assignments")).get(0);
        records.has(ASSIGNMENT, "{\"to\":null}");
        assertThat(row(ofPerson("known_from", "assignments"))).containsExactly(first);
        records.has(ASSIGNMENT, "{\"to\":\"2022-03-31\"}");
        List<String> now = row(ofPerson("to_on, known_from", "assignments"));
        assertThat(now.get(0)).isEqualTo("2022-03-31");
        assertThat(row(ofPerson("to_on, known_from, known_to", "assignments_past")))
                .containsExactly(null, first, now.get(1));
        assertThat(records.delete(ASSIGNMENT).statusCode()).isEqualTo(204);
        List<String> past = row(ofPerson("to_on, known_from, known_to > known_from", "assignments_past"));
        assertThat(past).containsExactly("2022-03-31", now.get(1), "t");
    }

    @Test
    void aReleaseAndItsWithdrawalAreKept() throws SQLException {
        String past = "select released_on from people_past where no = (select no from people where id = 'H-P')"
                + " order by known_to desc limit 1";
        records.has("people/H-P/release", "{\"releasedOn\":\"2022-04-01\"}");
        records.has("people/H-P/release", "{\"releasedOn\":null}");
        assertThat(row(past)).containsExactly("2022-04-01");
    }

    @Test
    void aMarketWherePeopleWorkedStaysForDecisionsOfThatTime() throws SQLException {
        records.has(ASSIGNMENT, "{}");
        records.delete(ASSIGNMENT);
        assertThat(records.delete("markets/H-M").statusCode()).isEqualTo(409);
        assertThat(row("select count(*) > 0 from assignments_past join markets on no = market_no where id = 'H-M'"))
                .containsExactly("t");
    }

    @Test
    void whoHasSamplesStays() throws SQLException {
        records.has("people/H-S", "{}");
        execute("insert into samples (person_no, taken_on, result)"
                + " select no, date '2022-03-01', 'NEGATIVE' from people where id = 'H-S'");
        assertThat(records.delete("people/H-S").body()).contains("采样 1", "samples 1");
        execute("delete from samples where person_no = (select no from people where id = 'H-S')");
        assertThat(records.delete("people/H-S").statusCode()).isEqualTo(204);
    }

    @Test
    void whatTheDatabaseRefusesIsReportedWithoutTheRow() {
        assertThatThrownBy(() -> execute("insert into people (id, name) values ('H-X', '张军')"))
                .isInstanceOf(SQLException.class)
                .hasMessageNotContaining("张军");
        assertThatThrownBy(() -> execute("insert into people (id, name) values ('H-P', sha512('x'))"))
                .isInstanceOf(SQLException.class)
                .hasMessageNotContainingAny("张军", "H-P");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
