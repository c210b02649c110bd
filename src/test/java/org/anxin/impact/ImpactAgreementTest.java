package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anxin.local.Tables;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.ShippedPolicy;
import org.anxin.sweep.Sweep;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a preview says is what the next sweep finds, person by person. */
@Timeout(180)
class ImpactAgreementTest {
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final String ACTIONS = "testing/actions.drl";
    private static final String CADENCE = "testing/cadence.drl";
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final ImpactDistrict DISTRICT = ImpactDistrict.demo();

    @BeforeAll
    static void start() throws SQLException {
        DISTRICT.execute("insert into samples (person_no, taken_on, result) values (1, '2022-04-02', 'POSITIVE'),"
                + " (2, '2022-04-03', 'PENDING'), (3, '2022-04-01', 'MAYBE')");
        DISTRICT.start();
    }

    @AfterAll
    static void close() {
        DISTRICT.close();
    }

    private static Policy edited(String file, String old, String fresh) {
        return RuleTexts.shipped().replacing(file, old, fresh).policy();
    }

    private static Policy withWindowForOneMarket() {
        return RuleTexts.shipped()
                .appending("testing/emergency-2022-04.drl", """

                        rule "EM-M03 Market M-03: everyone, every day, 6 to 20 April 2022"
                            @title("M-03市场2022年4月6日至20日每天1次核酸检测")
                            @directive("BJ-2022-04-07")
                        when
                            $a : Assignment( marketId == "M-03" )
                        then
                            obligations.require( $a, every(1).days().from("2022-04-06").to("2022-04-20") );
                        end
                        """)
                .policy();
    }

    private static Policy withoutTemporaryStaff() {
        RuleTexts texts = RuleTexts.shipped();
        for (String name : List.of(CADENCE)) {
            String text = Objects.requireNonNull(texts.texts().get(name));
            texts = texts.with(
                    name,
                    text.substring(0, text.indexOf("// Within one day")).replace(", category != \"TEMPORARY\"", ""));
        }
        return texts.replacing(
                        "words.yaml", "  - {code: TEMPORARY, zh: 短期或临时从业人员, en: short-term or temporary staff}\n", "")
                .without(name -> name.endsWith(".cases.yaml"))
                .policy();
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("every 5 days", "2022-04-04", edited(CADENCE, "every(3).days()", "every(5).days()")),
                Arguments.of("every 2 days", "2022-04-04", edited(CADENCE, "every(3).days()", "every(2).days()")),
                Arguments.of("a window for one market", "2022-04-08", withWindowForOneMarket()),
                Arguments.of("warned two days ahead", "2022-04-07", edited(ACTIONS, "daysLeft <= 1", "daysLeft <= 2")),
                Arguments.of(
                        "suspended two days late", "2022-04-07", edited(ACTIONS, "daysOver >= 1", "daysOver >= 2")),
                Arguments.of(
                        "blocked and not suspended",
                        "2022-04-07",
                        edited(ACTIONS, "actions.suspend( $o )", "actions.block( $o )")),
                Arguments.of("a category that is not declared", "2022-04-07", withoutTemporaryStaff()));
    }

    private static String found(String person) {
        return "select " + person + " status, coalesce(due_on::text, ''), action, array_to_string(rules, ' '),"
                + " array_to_string(places, ',')";
    }

    /** What a run found, by person; nothing about whoever could not be decided. */
    private static Map<String, String> found(Sweep run) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        String columns = " person_no, status, due_on, action, rules, places ";
        for (String row : DISTRICT.rows(found("id,") + " from (select" + columns + "from results where sweep <= "
                + run.no() + " union all select" + columns + "from results_past where sweep <= " + run.no()
                + " and until_sweep > " + run.no() + ") f join people on no = person_no where not exists (select from"
                + " sweep_errors e where e.sweep = " + run.no() + " and e.person_no = f.person_no)")) {
            found.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1));
        }
        return found;
    }

    private static String shown(Side side) {
        String rules = side.action().equals("NONE") ? "" : side.rules();
        return side.status() + " " + (side.dueOn() == Days.NONE ? "" : Days.text(side.dueOn())) + " " + side.action()
                + " " + rules + " ";
    }

    private static void assertIs(Map<String, String> found, String person, Side side) {
        if (side.status().isEmpty()) {
            assertThat(found).as(person + " " + side.code()).doesNotContainKey(person);
        } else {
            assertThat(found.get(person)).as(person).startsWith(shown(side));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void theNextSweepFindsWhatThePreviewSaid(String edit, String day, Policy policy) throws Exception {
        Tables.empty(DISTRICT.source(), "sweeps, results, results_past, suspensions, sweep_errors, sweep_markets");
        Sweep first = DISTRICT.sweep(day, SHIPPED);
        Map<String, String> before = found(first);
        Impact impact = DISTRICT.ended(DISTRICT.ask(policy, SHIPPED, day, day));
        assertThat(impact.state()).isEqualTo(ImpactState.COMPLETED);
        Sweep second = DISTRICT.sweep(day, policy);
        Map<String, String> after = found(second);
        List<ChangedPerson> changed = all(impact);
        assertThat(changed).isNotEmpty();
        Map<String, ChangedPerson> byId = new HashMap<>();
        changed.forEach(one -> byId.put(one.personId(), one));
        assertThat(byId).hasSize(changed.size());
        for (String person : DISTRICT.rows("select id from people")) {
            ChangedPerson one = byId.get(person);
            if (one == null) {
                assertThat(after.get(person)).as(person).isEqualTo(before.get(person));
            } else {
                assertIs(before, person, one.before());
                assertIs(after, person, one.after());
                assertThat(after.get(person)).as(person).isNotEqualTo(before.get(person));
            }
        }
        assertSuspensions(first, second, changed);
        assertCounts(impact, changed);
        assertThat(DISTRICT.rows("select person_no from sweep_errors where sweep = " + first.no()))
                .containsExactly("3");
    }

    private static List<ChangedPerson> all(Impact impact) throws SQLException {
        List<ChangedPerson> all = new ArrayList<>();
        ChangedPeople.Place place = ChangedPeople.Place.BEGINNING;
        List<ChangedPerson> page;
        do {
            page = DISTRICT.people.page(impact, new ChangedPeople.Filter(Days.NONE, null, null), place, 100);
            all.addAll(page);
            if (!page.isEmpty()) {
                ChangedPerson last = page.get(page.size() - 1);
                place = Objects.requireNonNull(DISTRICT.people.place(last.day(), last.personId()));
            }
        } while (!page.isEmpty());
        return all;
    }

    private static boolean suspends(Side side) {
        return side.action().equals("SUSPEND") || side.action().equals("BLOCK");
    }

    private static void assertSuspensions(Sweep first, Sweep second, List<ChangedPerson> changed) throws Exception {
        assertThat(List.of(first.newest(), second.newest())).containsOnly(true);
        String query = "select id from suspensions join people on people.no = person_no where ";
        assertThat(DISTRICT.rows(query + "opened_sweep = " + second.no()))
                .containsExactlyInAnyOrderElementsOf(changed.stream()
                        .filter(one -> suspends(one.after()) && !suspends(one.before()))
                        .map(ChangedPerson::personId)
                        .toList());
        // Whoever cannot be decided any more keeps the suspension.
        assertThat(DISTRICT.rows(query + "lifted_sweep = " + second.no()))
                .containsExactlyInAnyOrderElementsOf(changed.stream()
                        .filter(one -> one.has(Change.CLEARED))
                        .map(ChangedPerson::personId)
                        .toList());
    }

    /** The counts are those of the list, and markets and categories add up where everybody has one. */
    private static void assertCounts(Impact impact, List<ChangedPerson> changed) throws Exception {
        JsonNode result = TREES.readTree(impact.result());
        assertThat(result.get("people").asInt()).isEqualTo(2064);
        assertThat(result.get("changed").asInt())
                .isEqualTo(changed.size())
                .isEqualTo(result.get("listed").asInt());
        assertThat(result.get("unlisted").asInt()).isZero();
        JsonNode day = result.get("days").get(0);
        for (Change kind : Change.values()) {
            List<ChangedPerson> ofKind =
                    changed.stream().filter(one -> one.has(kind)).toList();
            assertThat(day.get("counts").get(kind.name()).asInt())
                    .as(kind.name())
                    .isEqualTo(ofKind.size());
            Map<String, Integer> markets = new TreeMap<>();
            ofKind.forEach(one -> one.markets().forEach(market -> markets.merge(market, 1, Integer::sum)));
            for (JsonNode market : day.get("markets")) {
                assertThat(market.get("counts").get(kind.name()).asInt())
                        .isEqualTo(markets.getOrDefault(market.get("marketId").asText(), 0));
            }
        }
        for (JsonNode sample : day.get("samples")) {
            Change kind = Change.valueOf(sample.get("change").asText());
            List<String> expected = changed.stream()
                    .filter(one -> one.has(kind))
                    .map(ChangedPerson::personId)
                    .limit(5)
                    .toList();
            assertThat(new TreeSet<>(sample.get("people").findValuesAsText("personId")))
                    .isEqualTo(new TreeSet<>(expected));
        }
    }
}
