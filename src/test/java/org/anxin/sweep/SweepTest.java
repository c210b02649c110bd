package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anxin.registry.DemoDistrict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs find in the demo district, and what they change from day to day. */
@Timeout(120)
class SweepTest {
    private static final String FOUND = "person_no, status, due_on, action, rules, places";

    private final SweepDistrict district = SweepDistrict.demo();

    @BeforeEach
    void start() {
        district.start();
    }

    @AfterEach
    void close() {
        district.close();
    }

    private List<String> found(Sweep run) throws Exception {
        return district.rows("select " + FOUND + " from results where sweep <= " + run.no() + " union all select "
                + FOUND + " from results_past where sweep <= " + run.no() + " and until_sweep > " + run.no()
                + " order by 1");
    }

    private SweepReport report(Sweep run) throws Exception {
        return new SweepReports(district.source(), Clock.systemUTC()).of(run);
    }

    private void execute(String sql) {
        try {
            district.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everybodyOfTheDemoDistrictIsFoundAsExpected() throws Exception {
        Sweep run = district.run("2022-04-07");
        List<String> expected = new ArrayList<>();
        Map<String, Integer> byStatus = new TreeMap<>();
        for (String line : DemoDistrict.expected()) {
            JsonNode decision = new ObjectMapper().readTree(line);
            if (decision.has("personId")) {
                String status = decision.get("status").asText();
                byStatus.merge(status, 1, Integer::sum);
                expected.add(decision.get("personId").asText() + " " + status + " "
                        + decision.get("dueOn").asText() + " "
                        + decision.get("action").asText());
            }
        }
        assertThat(district.rows("select id, status, coalesce(due_on::text, 'null'), action from results"
                        + " join people on no = person_no"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.id()).isEqualTo("2022-04-07.1");
        assertThat(run.state()).isEqualTo(SweepState.COMPLETED);
        SweepReport report = report(run);
        assertThat(report.registered()).isEqualTo(2064);
        assertThat(report.evaluated()).isEqualTo(2064);
        assertThat(report.byStatus()).isEqualTo(byStatus);
        assertThat(report.markets())
                .hasSize(11)
                .allMatch(market -> market.registered() == market.evaluated() && market.errors() == 0);
        assertThat(report.shards()).isEqualTo(2);
    }

    @Test
    void aRunWritesOnlyWhatChangedAndEveryRunCanBeToldFromWhatIsKept() throws Exception {
        Sweep first = district.run("2022-04-07");
        List<String> foundFirst = found(first);
        Sweep same = district.run("2022-04-07");
        assertThat(same.id()).isEqualTo("2022-04-07.2");
        assertThat(district.count("results where sweep = 2")).isZero();
        Sweep next = district.run("2022-04-08");
        List<String> foundNext = found(next);
        assertThat(found(first)).isEqualTo(foundFirst).isEqualTo(found(same)).hasSize(2064);
        List<String> changed = new ArrayList<>(foundNext);
        changed.removeAll(foundFirst);
        assertThat(district.count("results where sweep = 3"))
                .isEqualTo(changed.size())
                .isEqualTo(district.count("results_past"));
        district.execute(
                "insert into samples (person_no, taken_on, result)"
                        + " select person_no, '2022-04-08', 'NEGATIVE' from results where status = 'OVERDUE' order by 1 limit 7");
        Sweep last = district.run("2022-04-08");
        assertThat(district.count("results where sweep = " + last.no())).isEqualTo(7);
        assertThat(found(next)).isEqualTo(foundNext);
    }

    @Test
    void suspensionsOpenAndLiftAndAnEarlierDayChangesNone() throws Exception {
        Sweep first = district.run("2022-04-07");
        assertThat(first.newest()).isTrue();
        assertThat(district.count("suspensions where lifted_sweep is null"))
                .isEqualTo(district.count("results where action in ('SUSPEND', 'BLOCK')"))
                .isPositive();
        String one = district.rows("select min(person_no) from suspensions where cardinality(opened_samples) = 1")
                .get(0);
        assertThat(district.rows("select action, opened_samples from suspensions where person_no = " + one))
                .containsExactlyElementsOf(district.rows("select 'SUSPEND', array[max(taken_on)]::date[] from"
                        + " samples where result = 'NEGATIVE' and person_no = " + one));
        List<String> before = district.rows("select * from suspensions order by no");
        Sweep earlier = district.run("2022-04-06");
        assertThat(earlier.newest()).isFalse();
        assertThat(district.run("2022-04-07", Instant.EPOCH).newest()).isFalse();
        assertThat(district.run("2999-01-01").newest()).isFalse();
        assertThat(district.rows("select * from suspensions order by no")).isEqualTo(before);
        district.execute(
                "insert into samples (person_no, taken_on, result) values (" + one + ", '2022-04-08', 'NEGATIVE')");
        Sweep next = district.run("2022-04-08");
        assertThat(next.newest()).isTrue();
        assertThat(district.rows("select lifted_sweep, lifted_samples from suspensions where person_no = " + one))
                .containsExactly(next.no() + " {2022-04-08}");
    }

    @Test
    void aPositiveBlocksAndTheSuspensionRestsOnIt() throws Exception {
        district.execute("insert into samples (person_no, taken_on, result) values (1, '2022-04-02', 'POSITIVE'),"
                + " (1, '2022-04-04', 'POSITIVE')");
        district.run("2022-04-07");
        assertThat(district.rows("select action, rules, opened_samples from suspensions where person_no = 1"))
                .containsExactly("BLOCK {} {2022-04-02,2022-04-04}");
        district.execute("update people set released_on = '2022-04-07' where no = 1");
        Sweep next = district.run("2022-04-08");
        assertThat(district.rows("select lifted_sweep from suspensions where person_no = 1"))
                .containsExactly(Integer.toString(next.no()));
    }

    @Test
    void whoeverCannotBeDecidedIsNamedAndStopsNobody() throws Exception {
        district.run("2022-04-07");
        String suspended =
                district.rows("select min(person_no) from suspensions").get(0);
        List<String> suspensions = district.rows("select * from suspensions where person_no = " + suspended);
        district.execute("update assignments set category = 'PORTER' where person_no in (20, " + suspended + ")");
        district.execute("insert into samples (person_no, taken_on, result) values (21, '2022-04-01', 'MAYBE')");
        Sweep run = district.run("2022-04-07");
        assertThat(run.state()).isEqualTo(SweepState.COMPLETED_WITH_ERRORS);
        SweepReport report = report(run);
        assertThat(report.registered()).isEqualTo(2064);
        assertThat(report.evaluated()).isEqualTo(2061);
        assertThat(report.errorCount()).isEqualTo(3);
        assertThat(report.errors())
                .extracting(SweepReport.Undecided::code)
                .containsOnly("CATEGORY_UNDECLARED", "RESULT_UNDECLARED");
        assertThat(district.rows("select person_no from sweep_errors where sweep = 2"))
                .containsExactlyInAnyOrder("20", "21", suspended);
        assertThat(found(run)).hasSize(2061);
        assertThat(district.rows("select * from suspensions where person_no = " + suspended))
                .isEqualTo(suspensions);
    }

    /** A shard that ends between two reads of a report once made it name more people than it counted. */
    @Test
    void aReportWhileARunGoesOnIsOfOneMoment() throws Exception {
        Sweep run = district.run("2022-04-07");
        String none = "delete from sweep_errors; update sweep_shards set errors = 0 where shard = 1";
        String some = "insert into sweep_errors (sweep, person_no, shard, code, zh, en) select 1, no, 1, 'C', '中', 'en'"
                + " from people where no <= 50; update sweep_shards set errors = 50 where shard = 1";
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                execute(some);
                execute(none);
            }
        });
        try {
            for (int i = 0; i < 300; i++) {
                SweepReport report = report(run);
                assertThat(report.errors()).hasSize(report.errorCount());
            }
        } finally {
            over.set(true);
            ending.join();
        }
    }

    @Test
    void whoeverIsNotRegisteredAnyMoreIsFoundNoMore() throws Exception {
        Sweep first = district.run("2022-04-07");
        String suspended =
                district.rows("select min(person_no) from suspensions").get(0);
        district.execute("delete from assignments where person_no = " + suspended);
        Sweep next = district.run("2022-04-07");
        assertThat(report(next).registered()).isEqualTo(2063);
        assertThat(found(next)).hasSize(2063);
        assertThat(found(first)).hasSize(2064);
        assertThat(district.rows("select lifted_sweep, lifted_samples from suspensions where person_no = " + suspended))
                .containsExactly("2 {}");
    }

    @Test
    void aRunWithWhatWasKnownThenFindsWhatARunThenFound() throws Exception {
        Sweep then = district.run("2022-04-07");
        List<String> found = found(then);
        Instant moment;
        try (Connection connection = district.source().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            moment = row.getTimestamp(1).toInstant();
        }
        district.execute("update samples set result = 'INVALID' where taken_on = '2022-04-06'");
        district.execute(
                "update assignments set to_on = '2022-04-06' where person_no % 5 = 0 and from_on <= '2022-04-06'");
        district.execute("delete from samples where person_no % 7 = 0");
        district.execute("delete from assignments where person_no = 33");
        district.execute("insert into absences (person_no, from_on) values (34, '2022-04-01')");
        assertThat(found(district.run("2022-04-07"))).isNotEqualTo(found);
        Sweep again = district.run("2022-04-07", moment);
        assertThat(again.state()).isEqualTo(SweepState.COMPLETED);
        assertThat(report(again).registered()).isEqualTo(2064);
        assertThat(found(again)).isEqualTo(found);
    }
}
