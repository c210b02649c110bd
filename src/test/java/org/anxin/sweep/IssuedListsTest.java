package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuedListsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();
    private static final IssuedLists LISTS = new IssuedLists(DATABASE.dataSource());
    private static final int DAY = Days.of("2022-04-07");

    private static Connection connection;

    @BeforeAll
    static void load() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        execute("insert into markets (id, name, type) values ('M-01', '市场', 'FARMERS')");
        PlainSweep.run(connection, POLICY, "2022-04-07");
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IssuedRun run(String id) throws SQLException {
        return Objects.requireNonNull(LISTS.run(Days.NONE, id));
    }

    @Test
    void onlyCompletedRunsOfTheDayHaveLists() throws Exception {
        assertThat(LISTS.run(Days.of("2022-04-11"), null)).isNull();
        assertThat(LISTS.run(Days.of("2022-04-08"), "2022-04-07.1")).isNull();
        assertThat(LISTS.run(DAY, "2022-04-07.1")).isEqualTo(run("2022-04-07.1"));
        execute("insert into sweeps (no, id, as_of, nightly, ruleset, state) select 101, '2022-04-11.1', '2022-04-11',"
                + " false, id, 'RUNNING' from rulesets");
        assertThat(LISTS.run(Days.of("2022-04-11"), null)).isNull();
        assertThat(LISTS.run(Days.NONE, "2022-04-11.1")).isNull();
        execute("update sweeps set state = 'FAILED', failure = 'SHARD_FAILED', ended = now() where no = 101");
        assertThat(LISTS.run(Days.of("2022-04-11"), null)).isNull();
        execute("update sweeps set state = 'COMPLETED_WITH_ERRORS', failure = null where no = 101");
        assertThat(LISTS.run(Days.of("2022-04-11"), null)).isNotNull();
        assertThat(LISTS.market("M-404")).isNull();
    }

    @Test
    void aRunThatLooksBackIsReadByItsIdOnly() throws Exception {
        execute("insert into sweeps (no, id, as_of, known_at, nightly, ruleset, state, ended) select 102,"
                + " '2022-04-12.1', '2022-04-12', now(), false, id, 'COMPLETED', now() from rulesets");
        assertThat(LISTS.run(Days.of("2022-04-12"), null)).isNull();
        assertThat(LISTS.run(Days.of("2022-04-12"), "2022-04-12.1")).isNotNull();
    }

    @Test
    void suspensionsTellWhichRunOpenedAndLiftedThemAndOnWhichSamples() throws Exception {
        execute("insert into people (id) values ('S-1')");
        execute("insert into assignments (person_no, market_no, category, from_on) select no, 1, 'STAFF', '2022-04-20'"
                + " from people where id = 'S-1'");
        execute("insert into samples (person_no, taken_on, result) select no, '2022-04-20', 'NEGATIVE'"
                + " from people where id = 'S-1'");
        PlainSweep.run(connection, POLICY, "2022-04-24");
        execute("insert into samples (person_no, taken_on, result) select no, '2022-04-24', 'NEGATIVE'"
                + " from people where id = 'S-1'");
        PlainSweep.run(connection, POLICY, "2022-04-25");
        PlainSweep.run(connection, POLICY, "2022-04-28");
        assertThat(new SuspensionHistory(DATABASE.dataSource()).of("S-1"))
                .containsExactly(
                        new Suspension(
                                "SUSPEND",
                                List.of("FM-3D"),
                                new Suspension.Turn(
                                        "2022-04-24.1", Days.of("2022-04-24"), List.of(Days.of("2022-04-20"))),
                                new Suspension.Turn(
                                        "2022-04-25.1", Days.of("2022-04-25"), List.of(Days.of("2022-04-24")))),
                        new Suspension(
                                "SUSPEND",
                                List.of("FM-3D"),
                                new Suspension.Turn(
                                        "2022-04-28.1", Days.of("2022-04-28"), List.of(Days.of("2022-04-24"))),
                                null));
        assertThat(new SuspensionHistory(DATABASE.dataSource()).of("P-404")).isNull();
    }

    /** Of a district of 50,000 people in 100 markets, with as many old findings, a list reads those of one market. */
    @Test
    void aListIsFoundByIndexInALargeTable() throws Exception {
        try (TestDatabase large = TestDatabase.migrated();
                Connection there = large.dataSource().getConnection();
                Statement statement = there.createStatement()) {
            statement.execute("insert into markets (id, name, type) select 'M-' || no, 'm', 'FARMERS'"
                    + " from generate_series(1, 100) no");
            statement.execute("insert into people (id) select 'P-' || no from generate_series(1, 50000) no");
            statement.execute("insert into assignments (person_no, market_no, category, from_on)"
                    + " select no, 1 + no % 100, 'STAFF', '2022-01-01' from people");
            statement.execute("insert into rulesets (id, files) values ('sha256:" + "0".repeat(64) + "', '')");
            statement.execute(
                    "insert into sweeps (no, id, as_of, nightly, ruleset, state, ended) select no, 'S-' || no,"
                            + " date '2022-04-01' + no, false, id, 'COMPLETED', now() from generate_series(1, 9) no, rulesets");
            statement.execute(
                    "insert into results select no, 1 + no % 9, 'OVERDUE', '2022-04-01', 'SUSPEND', '{FM-3D}',"
                            + " array['M-' || (1 + no % 100)] from people");
            statement.execute(
                    "insert into results_past select person_no, sweep, sweep - 1, status, due_on, action, rules,"
                            + " places from results where sweep > 1");
            statement.execute("analyze");
            IssuedLists lists = new IssuedLists(large.dataSource());
            IssuedRun run = Objects.requireNonNull(lists.run(Days.NONE, "S-5"));
            assertThat(lists.list(ListKind.SUSPENSIONS, run, "M-7", Objects.requireNonNull(lists.market("M-7"))))
                    .hasSize(332);
            String plan = plan(statement);
            assertThat(plan)
                    .contains("assignments_at_market", "results_pkey", "results_past_pkey", "people_pkey")
                    .doesNotContain("Seq Scan on people", "Seq Scan on assignments ", "Seq Scan on results");
        }
    }

    private static String plan(Statement statement) throws SQLException {
        String list = IssuedLists.LIST
                .replace("any (?)", "any ('{SUSPEND,BLOCK}')")
                .replace("place, ' ', 1) = ?", "place, ' ', 1) = 'M-7'")
                .replace("?", "7");
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain (analyze, buffers off) " + list)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
