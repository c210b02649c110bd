package org.anxin.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.notices.Inbox;
import org.anxin.notices.StoredNotice;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lists that real sweeps issue, of people at every edge of SPEC section 7. */
@Timeout(120)
class SweptListsTest {
    private static SweepDistrict district;
    private static IssuedLists lists;

    @BeforeAll
    static void sweep() throws Exception {
        district = SweepDistrict.demo();
        lists = new IssuedLists(district.source());
        district.start();
        district.execute("insert into markets (id, name, type) values ('X-1', 'm', 'FARMERS'), ('X-2', 'm', 'FARMERS'),"
                + " ('X-3', 'm', 'PROFESSIONAL')");
        district.execute("insert into operators (id, market_no, name) select 'XO-' || n, markets.no, 'o'"
                + " from markets, generate_series(1, 2) n where markets.id = 'X-1'"
                + " union all select 'XO-3', markets.no, 'o' from markets where id = 'X-2'");
        // Overdue at one market, and on the list of the other where the person works too.
        person("two-markets");
        works("two-markets", "X-1", "STAFF", "2022-01-01", null, "XO-1");
        works("two-markets", "X-1", "DIRECT_CONTACT", "2022-01-01", null, "XO-2");
        works("two-markets", "X-2", "STAFF", "2022-04-07", null, "XO-3");
        // The task ended yesterday, the sample is due today; before yesterday, overdue; longer ago and met, nothing.
        person("task-over");
        works("task-over", "X-3", "TEMPORARY", "2022-04-01", "2022-04-06", null);
        person("task-long-over");
        works("task-long-over", "X-3", "TEMPORARY", "2022-03-01", "2022-03-20", null);
        person("task-done");
        works("task-done", "X-3", "TEMPORARY", "2022-04-01", "2022-04-06", null);
        sampled("task-done", "2022-04-06", "NEGATIVE");
        // Starts tomorrow, when everybody is sampled every other day from the 8th on: due on the 9th, nothing yet.
        person("starts-tomorrow");
        works("starts-tomorrow", "X-1", "STAFF", "2022-04-08", null, null);
        blocked("worked-14-days-ago", "2022-01-01", "2022-03-24");
        blocked("worked-15-days-ago", "2022-01-01", "2022-03-23");
        blocked("comes-tomorrow", "2022-04-08", null);
        blocked("comes-the-day-after", "2022-04-09", null);
        district.run("2022-04-07");
    }

    @AfterAll
    static void close() {
        district.close();
    }

    private static void person(String id) throws SQLException {
        district.execute("insert into people (id) values ('" + id + "')");
    }

    private static void works(String id, String market, String category, String from, String to, String operator)
            throws SQLException {
        district.execute("insert into assignments (person_no, market_no, category, from_on, to_on, operator_no)"
                + " select people.no, markets.no, '" + category + "', '" + from + "', "
                + (to == null ? "null" : "'" + to + "'")
                + ", (select no from operators where id = '" + operator + "') from people, markets where people.id = '"
                + id + "' and markets.id = '" + market + "'");
    }

    private static void sampled(String id, String day, String result) throws SQLException {
        district.execute("insert into samples (person_no, taken_on, result) select no, '" + day + "', '" + result
                + "' from people where id = '" + id + "'");
    }

    private static void blocked(String id, String from, String to) throws SQLException {
        person(id);
        works(id, "X-2", "STAFF", from, to, null);
        sampled(id, "2022-03-20", "POSITIVE");
    }

    private static IssuedRun run(String id) throws SQLException {
        return Objects.requireNonNull(lists.run(Days.NONE, id));
    }

    private static List<ListedPerson> list(ListKind kind, IssuedRun run, String market) throws SQLException {
        return lists.list(kind, run, market, Objects.requireNonNull(lists.market(market)));
    }

    /** Each line of a list as text. */
    private static List<String> told(ListKind kind, String market) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (ListedPerson one : list(kind, run("2022-04-07.1"), market)) {
            String due = one.dueOn() == Days.NONE ? "-" : Days.text(one.dueOn());
            lines.add(one.personId() + " " + one.operatorIds() + " " + due + " " + one.status() + " " + one.action()
                    + " " + one.rules());
        }
        return lines;
    }

    private static Map<String, List<ListedPerson>> all(IssuedRun run) throws SQLException {
        Map<String, List<ListedPerson>> found = new LinkedHashMap<>();
        for (ListKind kind : ListKind.values()) {
            for (String market : List.of("M-01", "M-02", "M-05", "M-10", "M-11", "X-1", "X-2", "X-3")) {
                found.put(kind + " " + market, list(kind, run, market));
            }
        }
        return found;
    }

    @Test
    void theListsOfTheDemoDistrictAreAsItsFilesImply() throws Exception {
        for (ListKind kind : ListKind.values()) {
            Map<String, List<ListedPerson>> expected = ExpectedLists.of(kind);
            for (int market = 1; market <= 11; market++) {
                String id = "M-%02d".formatted(market);
                assertThat(list(kind, run("2022-04-07.1"), id))
                        .as(kind + " " + id)
                        .isEqualTo(expected.getOrDefault(id, List.of()));
            }
        }
    }

    @Test
    void everyMarketWithAListIsToldHowManyAreOnItAndWhereItIs() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        for (StoredNotice notice : new Inbox(district.source()).page(null, null, 0, 1000)) {
            if (notice.id().startsWith("lists/2022-04-07.1/")) {
                told.put(notice.marketId(), notice.data());
            }
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (String market : List.of(
                "M-01", "M-02", "M-03", "M-04", "M-05", "M-06", "M-07", "M-08", "M-09", "M-10", "M-11", "X-1", "X-2",
                "X-3")) {
            int warned = list(ListKind.WARNINGS, run("2022-04-07.1"), market).size();
            int suspended =
                    list(ListKind.SUSPENSIONS, run("2022-04-07.1"), market).size();
            if (warned + suspended > 0) {
                String at = "/api/v1/markets/" + market;
                expected.put(market, """
                        {"sweepId":"2022-04-07.1","asOf":"2022-04-07","warned":%d,"suspended":%d,\
                        "warnings":"%s/warnings?sweep=2022-04-07.1","suspensions":"%s/suspensions?sweep=2022-04-07.1"}\
                        """.formatted(warned, suspended, at, at));
            }
        }
        assertThat(told).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void aRunForADayToComeTellsNobody() throws Exception {
        String tomorrow =
                Days.text((int) LocalDate.now(ZoneId.of("Asia/Shanghai")).toEpochDay() + 1);
        Sweep run = district.run(tomorrow);
        assertThat(new Inbox(district.source()).page(null, null, 0, 1000))
                .noneMatch(notice -> notice.id().contains(run.id()));
    }

    @Test
    void whoeverIsOverdueAtOneMarketIsListedWhereverTheyWork() throws Exception {
        assertThat(told(ListKind.SUSPENSIONS, "X-1"))
                .containsExactly("two-markets [XO-1, XO-2] 2022-01-02 OVERDUE SUSPEND [DC-2W, EM-FM-1D, FM-3D]");
        assertThat(told(ListKind.SUSPENSIONS, "X-2"))
                .contains("two-markets [XO-3] 2022-01-02 OVERDUE SUSPEND [DC-2W, EM-FM-1D, FM-3D]");
    }

    @Test
    void aTemporaryWorkerWhoseTaskIsOverIsListedWhereItWas() throws Exception {
        assertThat(told(ListKind.WARNINGS, "X-3")).containsExactly("task-over [] 2022-04-07 DUE_TODAY WARN [TP-END]");
        assertThat(told(ListKind.SUSPENSIONS, "X-3"))
                .containsExactly("task-long-over [] 2022-03-21 OVERDUE SUSPEND [TP-END]");
    }

    @Test
    void whoeverIsBlockedIsListedWhereTheyWorkedTwoWeeksAgoOrWillTomorrow() throws Exception {
        assertThat(told(ListKind.SUSPENSIONS, "X-2"))
                .containsExactly(
                        "comes-tomorrow [] - BLOCKED BLOCK []",
                        "worked-14-days-ago [] - BLOCKED BLOCK []",
                        "two-markets [XO-3] 2022-01-02 OVERDUE SUSPEND [DC-2W, EM-FM-1D, FM-3D]");
    }

    @Test
    void whoeverStartsTomorrowIsListedWhereTheObligationIs() throws Exception {
        assertThat(told(ListKind.WARNINGS, "X-1")).isEmpty();
        person("starts-on-the-7th");
        works("starts-on-the-7th", "X-1", "STAFF", "2022-04-07", null, null);
        district.run("2022-04-06");
        assertThat(list(ListKind.WARNINGS, run("2022-04-06.1"), "X-1"))
                .extracting(ListedPerson::personId, one -> Days.text(one.dueOn()), ListedPerson::rules)
                .contains(tuple("starts-on-the-7th", "2022-04-07", List.of("EM-FM-1D")));
    }

    @Test
    void listsStayAsIssuedWhateverIsSweptOrCorrectedLater() throws Exception {
        IssuedRun first = run("2022-04-07.1");
        Map<String, List<ListedPerson>> before = all(first);
        district.run("2022-04-08");
        district.execute("update samples set result = 'INVALID' where taken_on >= '2022-04-06' and person_no % 3 = 0");
        district.execute("delete from assignments where person_no % 5 = 0");
        district.execute(
                "update assignments set market_no = 11 - market_no where person_no % 5 = 1 and market_no < 11");
        district.execute("update assignments set operator_no = null, to_on = '2022-04-07' where person_no % 5 = 2"
                + " and from_on < '2022-04-07'");
        district.run("2022-04-09");
        district.run("2022-04-05");
        Sweep again = district.run("2022-04-07");
        assertThat(all(first)).isEqualTo(before);
        assertThat(all(run(again.id()))).isNotEqualTo(before);
        assertThat(lists.run(Days.of("2022-04-07"), null)).isEqualTo(run(again.id()));
    }
}
