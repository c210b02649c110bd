package org.anxin.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A change of policy from the draft over its preview to the sweep that follows it and back, over HTTP. */
@QuarkusTest
@TestProfile(OwnDirectory.class)
@Timeout(120)
class PublicationTest {
    private static final String API = "/api/v1/";
    private static final String WHY = "公告 / Notice";
    private static final List<String> CASES =
            List.of("testing/actions.cases.yaml", "testing/cadence.cases.yaml", "testing/emergency-2022-04.cases.yaml");

    /** Today: a rollback of what begins later would leave an activation for that day behind. */
    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private int draft;

    @Inject
    DataSource database;

    @BeforeEach
    void register() throws SQLException {
        clear();
        imported("markets", "id,name,type,subdistrict\nM-1,甲,FARMERS,\nM-2,乙,FARMERS,\n");
        StringBuilder people = new StringBuilder("id,name,id_number,phone\n");
        StringBuilder assignments = new StringBuilder("person_id,market_id,category,from,operator_id,to\n");
        StringBuilder samples = new StringBuilder("person_id,taken_at,result,laboratory\n");
        // Due every three days: sampled 2 to 6 days before, they are due tomorrow, today, or up to three days ago.
        for (int i = 2; i <= 6; i++) {
            for (String market : List.of("M-1", "M-2")) {
                String id = market + "-" + i;
                people.append(id).append(",,,\n");
                assignments.append(id + "," + market + ",STAFF,2022-01-01,,\n");
                samples.append(id + "," + day.minusDays(i) + ",NEGATIVE,\n");
            }
        }
        imported("people", people.toString());
        imported("assignments", assignments.toString());
        imported("samples", samples.toString());
    }

    private static void imported(String kind, String rows) {
        given().contentType("text/csv; charset=UTF-8")
                .body(rows)
                .post(API + "imports/" + kind)
                .then()
                .statusCode(200)
                .body("rejected.size()", equalTo(0));
    }

    @AfterEach
    void leaveAsFound() throws SQLException {
        if (draft != 0) {
            // 409: it was rolled back already.
            assertThat(post("rulesets/" + draft + "/rollback", Map.of("reason", "end of the test"))
                            .extract()
                            .statusCode())
                    .isIn(200, 409);
        }
        clear();
    }

    private void clear() throws SQLException {
        Tables.empty(database, "markets, people, sweeps, results, results_past, suspensions, impacts, impact_people");
    }

    private static ValidatableResponse post(String path, Object body) {
        return given().contentType("application/json")
                .body(body)
                .post(API + path)
                .then();
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static String active() {
        return get(API + "rulesets/directory").getString("ruleset");
    }

    /** Whoever is one day late is warned, and stops trading a day later; with the cases that say so. */
    private static Map<String, String> oneDayMore() {
        RuleTexts shipped = RuleTexts.shipped();
        Map<String, String> files = new TreeMap<>();
        String rules = "testing/actions.drl";
        files.put(rules, text(shipped, rules).replace("daysOver >= 1", "daysOver >= 2"));
        for (String cases : CASES) {
            files.put(cases, text(shipped, cases).replace("action: SUSPEND", "action: WARN"));
        }
        files.merge(CASES.get(0), """

                - case: AC-SUSPEND on the second day overdue
                  asOf: 2022-03-15
                  person:
                    id: P-1
                    assignments:
                      - {market: {id: M-01, type: FARMERS}, category: STAFF, from: 2022-01-01, to: 2022-03-31}
                    samples:
                      - {takenAt: 2022-03-10, result: NEGATIVE}
                  expect: {status: OVERDUE, action: SUSPEND}
                """, String::concat);
        return files;
    }

    private static String text(RuleTexts texts, String file) {
        return Objects.requireNonNull(texts.texts().get(file));
    }

    /** Waits for the end of a run, and gives it. */
    private static JsonPath ended(ValidatableResponse asked) throws InterruptedException {
        String path = asked.statusCode(202).extract().header("Location");
        for (int i = 0; i < 1500; i++) {
            JsonPath run = get(path);
            if (!run.getString("state").equals("RUNNING")) {
                assertThat(run.getString("state")).isEqualTo("COMPLETED");
                return run;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("still running: " + path);
    }

    /** Sweeps the day, and gives what the lists of the markets say about each person; nothing about whoever is on none. */
    private Map<String, String> swept(String ruleset) throws InterruptedException {
        JsonPath sweep = ended(post("sweeps", Map.of("asOf", day.toString())));
        assertThat(sweep.getString("ruleset")).isEqualTo(ruleset);
        Map<String, String> found = new TreeMap<>();
        for (String market : List.of("M-1", "M-2")) {
            for (String list : List.of("warnings", "suspensions")) {
                JsonPath listed = get(API + "markets/" + market + "/" + list + "?sweep=" + sweep.getString("id"));
                for (Map<String, Object> person : listed.<Map<String, Object>>getList("people")) {
                    assertThat(found.put((String) person.get("personId"), shown(person)))
                            .isNull();
                }
            }
        }
        return found;
    }

    private static String shown(Map<String, Object> finding) {
        return finding.get("status") + " " + finding.get("dueOn") + " " + finding.get("action") + " "
                + finding.get("rules");
    }

    @Test
    void theSweepAfterAPublicationFindsWhatThePreviewSaidAndARollbackUndoesIt() throws Exception {
        String before = active();
        Map<String, String> sweptBefore = swept(before);
        assertThat(sweptBefore).hasSize(10);
        JsonPath drafted = post("rulesets", Map.of("base", before, "reason", WHY, "files", oneDayMore()))
                .extract()
                .jsonPath();
        draft = drafted.getInt("ruleset.number");
        String id = drafted.getString("ruleset.id");
        JsonPath impact =
                ended(post("rulesets/" + draft + "/impact", Map.of("asOf", day.toString(), "against", before)));
        assertThat(impact.getInt("result.changed")).isEqualTo(2);
        Map<String, String> predicted = predicted(impact, sweptBefore);

        post("rulesets/" + draft + "/approval", Map.of("id", id, "reason", WHY)).statusCode(200);
        post("rulesets/" + draft + "/activation", Map.of("effectiveFrom", day.toString(), "reason", WHY))
                .statusCode(200);
        assertThat(active()).isEqualTo(id);
        assertThat(swept(id)).isEqualTo(predicted).isNotEqualTo(sweptBefore);

        post("rulesets/" + draft + "/rollback", Map.of("reason", WHY))
                .statusCode(200)
                .body("id", equalTo(before));
        assertThat(active()).isEqualTo(before);
        assertThat(swept(before)).isEqualTo(sweptBefore);
    }

    /** What the lists will say if the preview is right: as they are, but for whoever is changed. */
    private static Map<String, String> predicted(JsonPath impact, Map<String, String> sweptBefore) {
        Map<String, String> predicted = new TreeMap<>(sweptBefore);
        JsonPath changed = get(API + "impacts/" + impact.getString("id") + "/people");
        for (Map<String, Object> person : changed.<Map<String, Object>>getList("people")) {
            String personId = (String) person.get("personId");
            assertThat(shown(side(person, "before"))).isEqualTo(sweptBefore.get(personId));
            predicted.put(personId, shown(side(person, "after")));
            assertThat(person.get("changes")).isEqualTo(List.of("CLEARED", "WARNED"));
        }
        return predicted;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> side(Map<String, Object> person, String name) {
        return (Map<String, Object>) person.get(name);
    }
}
