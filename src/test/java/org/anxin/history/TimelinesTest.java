package org.anxin.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.registry.Undecidable;
import org.anxin.sweep.PlainSweep;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();
    private static final Timelines TIMELINES = new Timelines(DATABASE.dataSource());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Connection connection;
    private static StoredHistory history;
    private static Instant untilThe16th;

    @BeforeAll
    static void load() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        history = new StoredHistory(connection);
        history.market("M-01", "FARMERS");
        history.market("M-11", "PROFESSIONAL");
        history.execute("insert into operators (id, market_no, name) values ('O-1', 1, '户')");
        history.person("P-1");
        history.assignment("P-1", "M-01", "STAFF", "2022-03-10", "2022-04-02");
        history.execute("update assignments set operator_no = 1");
        history.assignment("P-1", "M-11", "TEMPORARY", "2022-03-10", "2022-03-12");
        history.sample("P-1", "2022-03-11", "NEGATIVE");
        history.execute("insert into samples (person_no, taken_on, taken_at, result, laboratory)"
                + " values (1, '2022-03-13', '2022-03-12T16:30:00Z', 'PENDING', '检测点')");
        PlainSweep.run(connection, POLICY, "2022-03-12");
        PlainSweep.run(connection, POLICY, "2022-03-15");
        PlainSweep.run(connection, POLICY, "2022-03-16");
        untilThe16th = history.now();
        history.execute("update samples set result = 'NEGATIVE' where taken_on = '2022-03-13'");
        PlainSweep.run(connection, POLICY, "2022-03-17");
        history.sample("P-1", "2022-03-17", "NEGATIVE");
        PlainSweep.run(connection, POLICY, "2022-03-18");
        history.absence("P-1", "2022-03-19", "2022-03-22");
        history.execute("update people set released_on = '2022-03-01' where id = 'P-1'");
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static List<Event> events(String person, String asOf, @Nullable Instant knownAt) throws SQLException {
        Timeline timeline = TIMELINES.of(person, Days.of(asOf), knownAt, POLICY, ZONE);
        return Objects.requireNonNull(timeline).events();
    }

    private static List<String> told(List<Event> events) {
        return events.stream()
                .map(event -> Days.text(event.day()).substring(5) + " " + event.kind() + told(event))
                .toList();
    }

    private static String told(Event event) {
        Object told = event.details().getOrDefault("rule", event.details().get("result"));
        return told == null ? "" : " " + told;
    }

    @Test
    void everythingIsToldInOrderOfDay() throws SQLException {
        assertThat(told(events("P-1", "2022-04-30", null)))
                .containsExactly(
                        "03-01 RELEASED",
                        "03-10 ASSIGNMENT_BEGAN",
                        "03-10 ASSIGNMENT_BEGAN",
                        "03-10 OBLIGATION_BEGAN FM-3D",
                        "03-11 SAMPLED NEGATIVE",
                        "03-12 OBLIGATION_BEGAN TP-END",
                        "03-12 WARNED",
                        "03-12 ASSIGNMENT_ENDED",
                        "03-13 SAMPLED NEGATIVE",
                        "03-13 OBLIGATION_ENDED TP-END",
                        "03-15 SUSPENDED",
                        "03-17 SAMPLED NEGATIVE",
                        "03-18 LIFTED",
                        "03-19 ABSENCE_BEGAN",
                        "03-22 ABSENCE_ENDED",
                        "03-26 OVERDUE FM-3D",
                        "04-02 OBLIGATION_ENDED FM-3D",
                        "04-02 ASSIGNMENT_ENDED");
    }

    @Test
    void nothingAfterTheDayIsTold() throws SQLException {
        List<Event> all = events("P-1", "2022-04-30", null);
        for (String day : List.of("2022-02-28", "2022-03-10", "2022-03-15", "2022-03-18", "2022-03-26")) {
            assertThat(events("P-1", day, null))
                    .as(day)
                    .containsExactlyElementsOf(all.stream()
                            .filter(event -> event.day() <= Days.of(day))
                            .toList());
        }
    }

    @Test
    void onlyWhatWasKnownIsTold() throws SQLException {
        assertThat(told(events("P-1", "2022-03-30", untilThe16th)))
                .containsExactly(
                        "03-10 ASSIGNMENT_BEGAN",
                        "03-10 ASSIGNMENT_BEGAN",
                        "03-10 OBLIGATION_BEGAN FM-3D",
                        "03-11 SAMPLED NEGATIVE",
                        "03-12 OBLIGATION_BEGAN TP-END",
                        "03-12 WARNED",
                        "03-12 ASSIGNMENT_ENDED",
                        "03-13 SAMPLED PENDING",
                        "03-13 OBLIGATION_ENDED TP-END",
                        "03-15 OVERDUE TP-END",
                        "03-15 OVERDUE FM-3D",
                        "03-15 SUSPENDED");
    }

    @Test
    void eventsSayWhatTheyRestOn() throws SQLException {
        List<Event> events = events("P-1", "2022-04-30", null);
        assertThat(of(Event.Kind.ASSIGNMENT_ENDED, events.subList(10, events.size()))
                        .details())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("marketId", "M-01", "category", "STAFF", "operatorId", "O-1"));
        Event warned = of(Event.Kind.WARNED, events);
        assertThat(warned.details())
                .containsEntry("sweepId", "2022-03-12.1")
                .containsEntry("status", "DUE_TOMORROW")
                .containsEntry("dueOn", "2022-03-13")
                .containsEntry("rules", List.of("TP-END"))
                .containsEntry("marketIds", List.of("M-01", "M-11"));
        assertThat(warned.text().zh()).isEqualTo("列入预警名单，最迟应于2022年3月13日采样");
        assertThat(of(Event.Kind.SUSPENDED, events).details())
                .containsEntry("sweepId", "2022-03-15.1")
                .containsEntry("action", "SUSPEND");
        assertThat(of(Event.Kind.LIFTED, events).details())
                .containsEntry("sweepId", "2022-03-18.1")
                .containsEntry("samples", List.of("2022-03-17"));
        Event pending =
                of(Event.Kind.SAMPLED, events("P-1", "2022-04-30", untilThe16th).subList(4, 9));
        assertThat(pending.details())
                .containsEntry("takenAt", "2022-03-13T00:30+08:00")
                .containsEntry("laboratory", "检测点")
                .containsEntry("result", "PENDING");
        assertThat(pending.text().zh()).startsWith("采样，结果：");
    }

    private static Event of(Event.Kind kind, List<Event> events) {
        return events.stream().filter(event -> event.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void factsThatCannotBeDecidedAreToldWithoutObligations() throws SQLException {
        history.person("P-2");
        assertThat(events("P-2", "2022-04-30", null)).isEmpty();
        history.assignment("P-2", "M-01", "PORTER", "2022-03-10", null);
        Timeline timeline = TIMELINES.of("P-2", Days.of("2022-04-30"), null, POLICY, ZONE);
        assertThat(timeline).isNotNull();
        assertThat(told(timeline.events())).containsExactly("03-10 ASSIGNMENT_BEGAN");
        assertThat(timeline.undecidable()).isEqualTo(Undecidable.CATEGORY_UNDECLARED);
        assertThat(TIMELINES.of("P-404", Days.of("2022-04-30"), null, POLICY, ZONE))
                .isNull();
    }
}
