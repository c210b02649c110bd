package org.anxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.StoredRulesets;
import org.anxin.replay.Difference;
import org.anxin.replay.DifferenceKind;
import org.anxin.replay.Replayed;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision log of the demo district: complete, the same again, and altered nowhere unseen. */
class DecisionLogTest {
    private static final LoggedDistrict DISTRICT = LoggedDistrict.make();

    /** The middle of a chain of two. */
    private static final String FIRST_OF_A_BATCH =
            " where stream = (select min(stream) from decision_log where stream like 'batch/%' and no = 2) and no = 1";

    @AfterAll
    static void close() {
        DISTRICT.close();
    }

    @Test
    void nothingIsWrongWithALogThatNobodyTouched() throws SQLException {
        Verification verification = DISTRICT.verify();
        assertThat(verification.flaws()).isEmpty();
        assertThat(verification.entries()).isGreaterThan(31);
        assertThat(verification.seals()).isPositive();
        assertThat(verification.lastSeal()).matches("[0-9]+ [0-9a-f]{64}");
    }

    @Test
    void everythingIsDecidedTheSameAgain() throws SQLException {
        Replayed replayed = DISTRICT.replay(null);
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.decided()).isGreaterThan(2064);
        assertThat(DISTRICT.replay(LogKind.BATCH).decided()).isEqualTo(31);
    }

    @Test
    void whoeverIsListedOtherwiseOrSuspendedIsLoggedAndNobodyElse() throws SQLException {
        long logged = Long.parseLong(DISTRICT.rows("select sum(decisions) from decision_log where kind = 'SWEEP'")
                .get(0));
        String effects = "select count(*) from (select person_no, sweep, action from results union all"
                + " select person_no, sweep, action from results_past) found left join results_past before"
                + " on before.person_no = found.person_no and before.until_sweep = found.sweep"
                + " where found.action <> 'NONE' or before.action <> 'NONE'";
        assertThat(logged).isEqualTo(Long.parseLong(DISTRICT.rows(effects).get(0)));
        assertThat(DISTRICT.rows("select count(*) from decision_log where kind = 'PASS'"))
                .isEqualTo(DISTRICT.rows("select count(*) from passes"));
    }

    @Test
    void whatConcernsAPersonOrABatchIsFoundByItsIdAlone() throws SQLException {
        LoggedDecisions log = new LoggedDecisions(DISTRICT.database().dataSource());
        String person = DISTRICT.rows(
                        "select p.id from results join people p on p.no = person_no where action <> 'NONE'"
                                + " order by person_no desc limit 1")
                .get(0);
        String batch = DISTRICT.rows("select id from batches where state = 'ADMITTED' order by id limit 1")
                .get(0);
        assertThat(log.page(new LoggedDecisions.Wanted(person, Days.NONE, null), LoggedDecisions.Place.FIRST, 10))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.lines())
                        .singleElement()
                        .satisfies(line -> assertThat(line.facts()).contains('"' + person + '"')));
        assertThat(log.page(
                        new LoggedDecisions.Wanted(batch, Days.of(LoggedDistrict.DAY), null),
                        LoggedDecisions.Place.FIRST,
                        10))
                .extracting(found -> found.row().entry().kind())
                .containsExactly(LogKind.BATCH, LogKind.PASS);
    }

    @Test
    void factsThatCameAfterTheSweepChangeNothing() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            district.tamper("set session_replication_role = origin; update samples set result = 'POSITIVE';"
                    + " update markets set type = 'PROFESSIONAL', subdistrict = 'x';"
                    + " update people set released_on = '2022-04-01'");
            assertThat(district.replay(null).differences()).isEmpty();
        }
    }

    @Test
    void historyThatWasForgedIsDifferent() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            district.tamper(
                    "update samples set result = 'POSITIVE' where person_no = (select min(person_no) from results"
                            + " where action <> 'NONE')");
            assertThat(district.replay(LogKind.SWEEP).differences())
                    .isNotEmpty()
                    .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(DifferenceKind.FACTS));
        }
    }

    @Test
    void anotherRulesetDecidesOtherwise() throws SQLException {
        Policy other = RuleTexts.shipped()
                .replacing("testing/cadence.drl", "every(3).days()", "every(2).days()")
                .policy();
        try (LoggedDistrict district = DISTRICT.copy()) {
            new StoredRulesets(district.database().dataSource()).keep(other);
            district.tamper(
                    "update decision_log set ruleset = '" + other.ruleset().id() + "' where kind = 'SWEEP'");
            assertThat(district.replay(null).differences())
                    .isNotEmpty()
                    .extracting(Difference::kind)
                    .containsOnly(DifferenceKind.ANSWER);
            assertThat(district.verify().flaws()).isNotEmpty();
        }
    }

    @Test
    void aRulesetWhoseFilesWereChangedIsNotTheOneOfThen() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            district.tamper("update rulesets set files = overlay(files placing '\\x00' from 200)");
            assertThat(district.replay(LogKind.BATCH).differences())
                    .hasSize(31)
                    .extracting(Difference::kind)
                    .containsOnly(DifferenceKind.RULESET);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind | 'RECALL'",
                "day | day + 1",
                "ruleset | concat(ruleset, 'x')",
                "known_at | now()",
                "recorded | recorded + interval '1 microsecond'",
                "actor | 'somebody'",
                "request | 'R-1'",
                "low | 1",
                "high | 1",
                "subjects | '{B-X}'",
                "decisions | decisions + 1",
                "facts | sha256('x')",
                "body | overlay(body placing '\\x00' from octet_length(body) / 2)",
                "body | overlay(body placing '\\x00' from octet_length(body) - 1)",
                "previous | sha256('x')",
                "hash | sha256('x')"
            })
    void everyAlteredColumnIsFound(String column, String value) throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            String name = name(district, FIRST_OF_A_BATCH);
            district.tamper("update decision_log set " + column + " = " + value + FIRST_OF_A_BATCH);
            assertThat(district.verify().flaws()).contains(new Flaw(name, FlawKind.ALTERED));
        }
    }

    @Test
    void aDeletedRowIsNamedWhereverItWas() throws SQLException {
        for (String no : List.of("1", "2")) {
            try (LoggedDistrict district = DISTRICT.copy()) {
                String which = FIRST_OF_A_BATCH.substring(0, FIRST_OF_A_BATCH.length() - 1) + no;
                String name = name(district, which);
                district.tamper("delete from decision_log" + which);
                assertThat(district.verify().flaws()).contains(new Flaw(name, FlawKind.MISSING));
            }
        }
    }

    @Test
    void aChainThatIsRemovedWithItsEndIsKnownByItsSeal() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            String stream = district.rows("select min(stream) from decision_log where stream like 'sweep/%'")
                    .get(0);
            String name = name(district, " where stream = '" + stream + "' order by no desc limit 1");
            district.tamper("delete from decision_log where stream = '" + stream + "'");
            district.tamper("delete from decision_heads where stream = '" + stream + "'");
            assertThat(district.verify().flaws()).contains(new Flaw(name, FlawKind.MISSING));
        }
    }

    @Test
    void aRowWithAFreshHashDoesNotFitWhatComesAfterIt() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            String second = name(district, FIRST_OF_A_BATCH.substring(0, FIRST_OF_A_BATCH.length() - 1) + "2");
            district.tamper("update decision_log set actor = 'somebody'" + FIRST_OF_A_BATCH);
            district.tamper("update decision_log d set hash = sha256(previous || convert_to(decision_header(d), 'UTF8')"
                    + " || body)" + FIRST_OF_A_BATCH);
            assertThat(district.verify().flaws()).contains(new Flaw(second, FlawKind.OUT_OF_CHAIN));
        }
    }

    @Test
    void insertedAndExchangedRowsAreFound() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            district.tamper(
                    "insert into decision_log select month, stream, no + 2, kind, day, ruleset, known_at, recorded,"
                            + " actor, request, low, high, subjects, decisions, facts, body, hash, hash from decision_log"
                            + FIRST_OF_A_BATCH);
            district.tamper("update decision_log set no = no - 1000 where stream like 'batch/%' and no = 1 and false");
            assertThat(district.verify().flaws()).isNotEmpty();
        }
        try (LoggedDistrict district = DISTRICT.copy()) {
            String first = name(district, FIRST_OF_A_BATCH);
            String stream = first.substring(11, first.lastIndexOf('/'));
            district.tamper("update decision_log set no = 3 - no + 100 where stream = '" + stream + "'");
            district.tamper("update decision_log set no = no - 100 where stream = '" + stream + "'");
            assertThat(district.verify().flaws()).contains(new Flaw(first, FlawKind.ALTERED));
        }
    }

    @Test
    void alteredSealsAreFound() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            district.tamper("update decision_seals set sealed = sealed + interval '1 s' where no = 1");
            assertThat(district.verify().flaws()).contains(new Flaw("seal/1", FlawKind.SEAL_ALTERED));
        }
    }

    @Test
    void theRestIsVerifiedWhenAMonthIsTakenAway() throws SQLException {
        try (LoggedDistrict district = DISTRICT.copy()) {
            String month = district.rows("select to_char(min(month), 'YYYY_MM') from decision_log")
                    .get(0);
            district.tamper("alter table decision_log detach partition decision_log_" + month);
            Verification without = district.verify();
            assertThat(without.flaws()).isEmpty();
            assertThat(without.absent()).hasSize(1);
            district.tamper("alter table decision_log attach partition decision_log_" + month + " for values from ('"
                    + month.replace('_', '-') + "-01') to ('"
                    + Days.text(Days.of(month.replace('_', '-') + "-28") + 4).substring(0, 8) + "01')");
            assertThat(district.verify()).isEqualTo(DISTRICT.verify());
        }
    }

    private static String name(LoggedDistrict district, String which) throws SQLException {
        return district.rows("select month || '/' || stream || '/' || no from decision_log" + which)
                .get(0);
    }
}
