package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anxin.bench.Populations;
import org.anxin.json.Json;
import org.anxin.local.TestDatabase;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.registry.DemoDistrict;
import org.anxin.registry.Replica;
import org.anxin.registry.StoredFacts;
import org.anxin.registry.StoredPerson;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The forecast is what comes out when every person is evaluated for every day, with a sample added whenever one is due. */
class DemandForecastTest {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Policy POLICY = ShippedPolicy.make();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int FROM = Days.of("2022-04-06");
    private static final int TO = Days.of("2022-04-19");

    private static Connection connection;

    @BeforeAll
    static void load() throws SQLException, IOException {
        connection = DATABASE.dataSource().getConnection();
        DemoDistrict.load(connection);
        execute(
                "insert into markets (id, name, type) select 'M-' || no, 'm', 'FARMERS' from generate_series(12, 19) no");
        execute("insert into markets (id, name, type) values ('M-30', 'm', 'PROFESSIONAL')");
        connection.setAutoCommit(false);
        for (Person person : Populations.hard(400, FROM, 7)) {
            store(person);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    private static void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static @Nullable String date(int day) {
        return Days.known(day) ? Days.text(day) : null;
    }

    /** What of these facts can be stored: a market has one type, an assignment and an absence a key. */
    private static void store(Person person) throws SQLException {
        String id = "R-" + person.id();
        execute("insert into people (id, released_on) values (?, ?::date)", id, date(person.releasedOn()));
        for (Assignment one : person.assignments()) {
            execute(
                    "insert into assignments (person_no, market_no, category, from_on, to_on) select people.no, markets.no, ?,"
                            + " ?::date, ?::date from people, markets where people.id = ? and markets.id = ?"
                            + " on conflict do nothing",
                    one.category(),
                    date(one.from()),
                    date(one.to()),
                    id,
                    one.marketId());
        }
        for (Absence one : person.absences()) {
            execute(
                    "insert into absences (person_no, from_on, to_on) select no, ?::date, ?::date from people where id = ?"
                            + " on conflict do nothing",
                    date(one.from()),
                    date(one.to()),
                    id);
        }
        for (Sample one : person.samples()) {
            execute(
                    "insert into samples (person_no, taken_on, result) select no, ?::date, ? from people where id = ?"
                            + " and ?::date is not null on conflict do nothing",
                    date(one.takenOn()),
                    one.result(),
                    id,
                    date(one.takenOn()));
        }
    }

    /** By market, and in all under the empty name: people by day. */
    private static Map<String, int[]> evaluatedDayByDay() throws SQLException, IOException {
        Map<String, int[]> people = new TreeMap<>();
        for (StoredPerson stored : StoredFacts.read(connection, 0, Long.MAX_VALUE, null)) {
            List<String> taken = new ArrayList<>();
            for (int day = FROM; day <= TO; day++) {
                JsonNode decision = evaluated(stored.facts(), taken, day);
                String today = Days.text(day);
                if (decision.get("dueOn").isNull()
                        || decision.get("dueOn").asText().compareTo(today) > 0) {
                    continue;
                }
                taken.add(today);
                TreeSet<String> places = new TreeSet<>();
                for (JsonNode obligation : decision.get("obligations")) {
                    boolean due = obligation.get("dueOn").isTextual()
                            && obligation.get("dueOn").asText().compareTo(today) <= 0;
                    if (due) {
                        places.add(obligation.get("marketId").asText());
                        places.add("");
                    }
                }
                for (String place : places) {
                    people.computeIfAbsent(place, none -> new int[TO - FROM + 1])[day - FROM]++;
                }
            }
        }
        return people;
    }

    private static JsonNode evaluated(Person facts, List<String> taken, int day) throws IOException {
        List<Sample> samples = new ArrayList<>();
        facts.samples().stream().filter(sample -> sample.takenOn() <= FROM).forEach(samples::add);
        taken.forEach(date -> samples.add(0, new Sample(Days.of(date), "NEGATIVE")));
        Person then = new Person("P", facts.assignments(), samples, facts.absences(), facts.releasedOn());
        StringWriter text = new StringWriter();
        try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
            PersonDecisionJson.write(out, POLICY.testing().decide(then, day));
        }
        return TREES.readTree(text.toString());
    }

    private static Forecast forecast(@Nullable String market) throws SQLException {
        Forecast forecast = new DemandForecast(DATABASE.dataSource(), new Replica(null)).of(POLICY, FROM, TO, market);
        assertThat(forecast).isNotNull();
        return forecast;
    }

    private static void assertSame(Forecast forecast, Map<String, int[]> expected) {
        assertThat(forecast.total()).isEqualTo(expected.remove(""));
        forecast.markets()
                .forEach((marketId, people) -> assertThat(people)
                        .as(marketId)
                        .isEqualTo(expected.getOrDefault(marketId, new int[TO - FROM + 1])));
        assertThat(forecast.markets().keySet()).containsAll(expected.keySet());
    }

    @Test
    void everyMarketAndDayIsAsEvaluatingDayByDayGivesIt() throws Exception {
        Forecast forecast = forecast(null);
        assertSame(forecast, evaluatedDayByDay());
        assertThat(forecast.markets()).hasSize(20).containsKey("M-19");
        assertThat(Arrays.stream(forecast.total()).sum()).isGreaterThan(10_000);
        assertThat(forecast.undecided()).isZero();
        assertThat(forecast.ruleset()).isEqualTo(POLICY.ruleset().id());
    }

    @Test
    void oneMarketIsAsItIsAmongAll() throws Exception {
        Forecast forecast = forecast("M-11");
        assertThat(forecast.markets()).containsOnlyKeys("M-11");
        assertThat(forecast.total()).isEqualTo(forecast.markets().get("M-11"));
        assertThat(forecast.markets().get("M-11"))
                .isEqualTo(forecast(null).markets().get("M-11"));
    }

    @Test
    void anUnknownMarketHasNoForecast() throws Exception {
        assertThat(new DemandForecast(DATABASE.dataSource(), new Replica(null)).of(POLICY, FROM, TO, "M-404"))
                .isNull();
    }

    @Test
    void whoeverCannotBeDecidedIsCountedApart() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into people (id) values ('U-1')");
            statement.execute("insert into assignments (person_no, market_no, category, from_on)"
                    + " select people.no, markets.no, 'PORTER', '2022-01-01' from people, markets"
                    + " where people.id = 'U-1' and markets.id = 'M-01'");
            Forecast forecast = forecast("M-01");
            assertThat(forecast.undecided()).isEqualTo(1);
            assertThat(forecast("M-02").undecided()).isZero();
            statement.execute("delete from assignments where category = 'PORTER'");
        }
    }

    @Test
    void rangesOfPeopleCoverAllNumbersOnceWhateverTheGaps() throws Exception {
        try (TestDatabase other = TestDatabase.migrated();
                Connection there = other.dataSource().getConnection();
                Statement statement = there.createStatement()) {
            assertThat(PersonRange.all(there, 4000)).isEmpty();
            statement.execute("insert into people (no, id) overriding system value"
                    + " select no * no, 'P-' || no from generate_series(1, 9000) no");
            assertThat(PersonRange.all(there, 4000))
                    .containsExactly(
                            new PersonRange(1, 4001L * 4001),
                            new PersonRange(4001L * 4001, 8001L * 8001),
                            new PersonRange(8001L * 8001, 9000L * 9000 + 1));
        }
    }
}
