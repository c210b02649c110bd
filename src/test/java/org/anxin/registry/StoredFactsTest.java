package org.anxin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredFactsTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();

    private static Connection connection;

    @BeforeAll
    static void load() throws SQLException, IOException {
        connection = DATABASE.dataSource().getConnection();
        DemoDistrict.load(connection);
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

    private static Instant now() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static StoredPerson person(String id, @Nullable Instant knownAt) throws SQLException {
        return StoredFacts.read(connection, 0, Long.MAX_VALUE, knownAt).stream()
                .filter(stored -> stored.facts().id().equals(id))
                .findAny()
                .orElseThrow();
    }

    @Test
    void theDemoDistrictIsDecidedAsExpected() throws Exception {
        Map<String, PersonDecision> decisions = StoredFacts.read(connection, 0, Long.MAX_VALUE, null).stream()
                .map(stored -> POLICY.testing().decide(stored.facts(), Days.of("2022-04-07")))
                .collect(Collectors.toMap(PersonDecision::personId, decision -> decision));
        int people = 0;
        for (String line : DemoDistrict.expected()) {
            JsonNode expected = new ObjectMapper().readTree(line);
            if (expected.has("personId")) {
                PersonDecision decision = decisions.get(expected.get("personId").asText());
                String due = decision.dueOn() == Days.NONE ? "null" : Days.text(decision.dueOn());
                assertThat(decision.status() + " " + due + " " + decision.action() + " "
                                + decision.obligations().size())
                        .isEqualTo(expected.get("status").asText() + " "
                                + expected.get("dueOn").asText() + " "
                                + expected.get("action").asText() + " "
                                + expected.get("obligations").size());
                people++;
            }
        }
        assertThat(people).isEqualTo(2064);
    }

    @Test
    void whatWasKnownThenIsReadAsItWas() throws Exception {
        execute("insert into markets (id, name, type) values ('M-K', '旧', 'FARMERS')");
        execute("insert into people (id, released_on) values ('P-K', '2022-03-01')");
        execute(
                "insert into assignments (person_no, market_no, category, from_on)"
                        + " select p.no, m.no, 'STAFF', '2022-03-01' from people p, markets m where p.id = 'P-K' and m.id = 'M-K'");
        execute("insert into absences (person_no, from_on) select no, '2022-03-05' from people where id = 'P-K'");
        execute("insert into samples (person_no, taken_on, result)"
                + " select no, '2022-03-02', 'PENDING' from people where id = 'P-K'");
        StoredPerson before = person("P-K", null);
        Instant then = now();
        execute("update markets set type = 'PROFESSIONAL', subdistrict = '西兴街道' where id = 'M-K'");
        execute("update people set released_on = null where id = 'P-K'");
        execute("update assignments set to_on = '2022-03-31' where person_no = " + before.no());
        execute("delete from absences where person_no = " + before.no());
        execute("update samples set result = 'NEGATIVE' where person_no = " + before.no());
        assertThat(person("P-K", then)).isEqualTo(before);
        StoredPerson after = person("P-K", null);
        assertThat(after.facts().assignments())
                .containsExactly(new Assignment(
                        "M-K", "PROFESSIONAL", "西兴街道", "STAFF", Days.of("2022-03-01"), Days.of("2022-03-31")));
        assertThat(after.facts().samples()).containsExactly(new Sample(Days.of("2022-03-02"), "NEGATIVE"));
        assertThat(after.facts().absences()).isEmpty();
        assertThat(before.facts().absences()).containsExactly(new Absence(Days.of("2022-03-05"), Days.OPEN));
        assertThat(person("P-K", now())).isEqualTo(after);
    }

    @Test
    void aSampleIsSeenBeforeItsPersonIsPackedAgain() throws Exception {
        StoredPerson before = person("P-000007", null);
        execute("insert into samples (person_no, taken_on, result) values (" + before.no()
                + ", '2022-05-01', 'INVALID')");
        List<Sample> fresh = person("P-000007", null).facts().samples();
        assertThat(fresh).hasSize(before.facts().samples().size() + 1);
        execute("select refresh_sampled(" + before.no() + ", " + (before.no() + 1) + ")");
        assertThat(person("P-000007", null).facts().samples()).isEqualTo(fresh);
    }

    @Test
    void aRangeHasItsPeopleAndNoOthersInOrder() throws Exception {
        List<StoredPerson> all = StoredFacts.read(connection, 0, Long.MAX_VALUE, null);
        StoredPerson tenth = all.get(9);
        assertThat(StoredFacts.read(connection, tenth.no(), tenth.no() + 1, null))
                .containsExactly(tenth);
        assertThat(StoredFacts.read(connection, tenth.no(), tenth.no(), null)).isEmpty();
        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.no(), b.no()));
    }

    @Test
    void wordsThatTheRulesetDoesNotDeclareMakeAPersonUndecidable() throws Exception {
        StoredPerson person = person("P-000012", null);
        assertThat(Undecidable.of(person.facts(), POLICY.ruleset().words())).isNull();
        execute("update assignments set category = 'PORTER' where person_no = " + person.no());
        assertThat(Undecidable.of(
                        person("P-000012", null).facts(), POLICY.ruleset().words()))
                .isEqualTo(Undecidable.CATEGORY_UNDECLARED);
        execute("update assignments set category = 'STAFF' where person_no = " + person.no());
    }
}
