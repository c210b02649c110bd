package org.anxin.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.anxin.api.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a draft to the rules in force and back, as policy staff do it over HTTP. */
@QuarkusTest
@TestProfile(OwnDirectory.class)
class PolicyDeskTest {
    private static final String RULESETS = "/api/v1/rulesets/";
    private static final String ACTIONS = "testing/actions.drl";
    private static final String CASES = "testing/actions.cases.yaml";
    private static final String WHY = "公告 / Notice";

    private String before = "";

    @BeforeEach
    void whatIsInForce() {
        before = active();
    }

    @AfterEach
    void asBefore() {
        for (int i = 0; i < 5 && !active().equals(before); i++) {
            post(active() + "/rollback", Map.of("reason", "end of the test")).statusCode(200);
        }
        assertThat(active()).isEqualTo(before);
    }

    private static String active() {
        return given().get(RULESETS + "directory").path("ruleset");
    }

    private static ValidatableResponse get(String path) {
        return given().get(RULESETS + path).then();
    }

    private static ValidatableResponse post(String path, Object body) {
        return given().contentType("application/json")
                .body(body)
                .post(RULESETS + path)
                .then();
    }

    private static String shipped(String file) {
        return Objects.requireNonNull(RuleTexts.shipped().texts().get(file));
    }

    /** A title that nobody has used before: another version, and all cases still hold. */
    private static Map<String, Object> retitled(String base, String title) {
        String file = "testing/cadence.drl";
        String text = shipped(file).replaceFirst("@title\\(\"[^\"]*\"\\)", "@title(\"" + title + "\")");
        return Map.of("base", base, "reason", WHY, "files", Map.of(file, text));
    }

    private int draft(String title) {
        return post("", retitled(before, title)).statusCode(201).extract().path("ruleset.number");
    }

    private int approved(String title) {
        int number = draft(title);
        String id = get(Integer.toString(number)).extract().path("id");
        post(number + "/approval", Map.of("id", id, "reason", WHY)).statusCode(200);
        return number;
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    @Test
    void theRulesInForceAreAVersionWithFiles() {
        get(before).statusCode(200).body("state", equalTo("ACTIVE")).body("author", equalTo("directory"));
        get("").statusCode(200).body("items.id", hasItem(before));
        get("?limit=1").body("items.size()", equalTo(1));
        get(before + "/files").body("files.keySet()", hasItem("words.yaml"));
        assertThat(given().get(RULESETS + before + "/files/" + ACTIONS).asString())
                .isEqualTo(shipped(ACTIONS));
        get(before + "/files/testing/none.drl").statusCode(404);
        get(before + "/files/../words.yaml").statusCode(404);
        get(before + "/check").body("good", equalTo(true)).body("approvable", equalTo(true));
        get(before + "/gaps?from=2022-04-01&to=2022-04-07").body("ruleset", equalTo(before));
        get("activations").body("items.id", hasItem(before));
    }

    @Test
    void aDraftIsComparedApprovedActivatedAndRolledBack() {
        int number = draft("甲");
        post("", retitled(before, "甲")).statusCode(200).body("ruleset.number", equalTo(number));
        get(Integer.toString(number))
                .body("state", equalTo("DRAFT"))
                .body("effectiveFrom", nullValue())
                .body("reason", equalTo(WHY))
                .body("approval", nullValue());
        get(number + "/diff")
                .body("against", equalTo(before))
                .body("changes.files.path", contains("testing/cadence.drl"))
                .body("changes.files[0].lines", hasItem(equalTo("+    @title(\"甲\")")))
                .body("changes.rules.size()", equalTo(1))
                .body("changes.rules[0].parts", contains("TITLE"));
        post(number + "/activation", Map.of("reason", WHY))
                .statusCode(409)
                .body("type", equalTo("/problems/version-conflict"))
                .body("detail", containsString("approve it first"));
        post(number + "/approval", Map.of("id", before, "reason", WHY)).statusCode(409);
        String id = get(Integer.toString(number)).extract().path("id");
        post(number + "/approval", Map.of("id", id, "reason", WHY))
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approval.by", equalTo("local"));
        post(number + "/activation", Map.of("reason", WHY))
                .statusCode(200)
                .body("ruleset", equalTo(number))
                .body("effectiveFrom", equalTo(today()));
        assertThat(active()).isEqualTo(id);
        get(number + "/diff").body("changes.files", empty()).body("changes.rules", empty());
        post(number + "/rollback", Map.of("reason", WHY)).statusCode(200).body("id", equalTo(before));
        assertThat(active()).isEqualTo(before);
        get(Integer.toString(number)).body("state", equalTo("RETIRED"));
        post(number + "/rollback", Map.of("reason", WHY)).statusCode(409);
    }

    @Test
    void whatIsScheduledIsInForceOnItsDayAndNotBefore() {
        int number = approved("乙");
        String id = get(Integer.toString(number)).extract().path("id");
        post(number + "/activation", Map.of("effectiveFrom", "2999-01-01", "reason", WHY))
                .statusCode(200);
        get(Integer.toString(number)).body("state", equalTo("APPROVED")).body("effectiveFrom", equalTo("2999-01-01"));
        assertThat(active()).isEqualTo(before);
        assertThat(decidedBy("in-force", "2998-12-31")).isEqualTo(before);
        assertThat(decidedBy("in-force", "2999-01-01")).isEqualTo(id);
        assertThat(decidedBy(Integer.toString(number), "2022-04-07")).isEqualTo(id);
        post(number + "/rollback", Map.of("reason", WHY)).statusCode(200);
        assertThat(decidedBy("in-force", "2999-01-01")).isEqualTo(before);
    }

    private static String decidedBy(String ruleset, String day) {
        return given().contentType("application/json")
                .body("{\"personnel\": [{\"id\": \"P-1\", \"assignments\": [{\"market\": {\"id\": \"M-01\", \"type\":"
                        + " \"FARMERS\"}, \"category\": \"STAFF\", \"from\": \"2022-01-01\"}]}], \"asOf\": \"" + day
                        + "\"}")
                .post("/api/v1/evaluate?ruleset=" + ruleset)
                .then()
                .statusCode(200)
                .extract()
                .path("ruleset");
    }

    @Test
    void aDraftWhoseCasesFailIsStoredButNotApproved() {
        Map<String, String> files = Map.of(ACTIONS, shipped(ACTIONS).replace("daysLeft <= 1", "daysLeft <= 2"));
        int number = post("", Map.of("base", before, "reason", WHY, "files", files))
                .statusCode(201)
                .body("check.good", equalTo(true))
                .body("check.approvable", equalTo(false))
                .extract()
                .path("ruleset.number");
        String id = get(Integer.toString(number)).extract().path("id");
        post(number + "/approval", Map.of("id", id, "reason", WHY))
                .statusCode(409)
                .body("type", equalTo("/problems/not-approvable"))
                .body("mistakes.code", hasItem("CASE_FAILED"))
                .body("mistakes.file", hasItem(CASES));
        get(Integer.toString(number)).body("state", equalTo("DRAFT"));
    }

    @Test
    void filesWithMistakesAreCheckedButNotStored() {
        Map<String, String> files = Map.of(ACTIONS, shipped(ACTIONS).replace("actions.", "action."));
        post("check", Map.of("base", before, "files", files))
                .statusCode(200)
                .body("good", equalTo(false))
                .body("mistakes.severity", hasItem("ERROR"));
        post("", Map.of("base", before, "reason", WHY, "files", files))
                .statusCode(422)
                .body("type", equalTo("/problems/rules-refused"))
                .body("mistakes[0].file", equalTo(ACTIONS))
                .body("mistakes[0].line", notNullValue())
                .body("mistakes[0].remedy.en", not(empty()));
        get("").body("items.size()", equalTo((Integer) get("").extract().path("items.size()")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | {\"files\": {}} | /reason | REQUIRED",
                "'' | {\"files\": {\"a.drl\": 1}, \"reason\": \"x\"} | /files | WRONG_TYPE",
                "'' | {\"files\": [], \"reason\": \"x\"} | /files | WRONG_TYPE",
                "check | {\"files\": {}, \"reason\": \"x\"} | /reason | UNKNOWN_FIELD",
                "1/approval | {\"reason\": \"x\"} | /id | REQUIRED",
                "1/activation | {\"reason\": \"x\", \"effectiveFrom\": \"2022-02-30\"} | /effectiveFrom | IMPOSSIBLE_DATE",
                "1/rollback | {\"reason\": \" \"} | /reason | REQUIRED"
            })
    void whatIsNoRequestIsRefusedWithItsPlace(String path, String body, String pointer, String code) {
        post(path, body)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void answersAreWhatTheContractSays() throws Exception {
        int number = approved("丙");
        conforms("RulesetVersion", get(Integer.toString(number)));
        conforms("RulesetVersion", get(before));
        conforms("RulesetCheck", get(number + "/check"));
        conforms("RulesetFiles", get(number + "/files"));
        conforms("RulesetDifference", get(number + "/diff"));
        conforms("Gaps", get(number + "/gaps?from=2022-04-01&to=2022-04-07"));
        conforms("DraftedRuleset", post("", retitled(before, "丙")));
        conforms("Activation", post(number + "/activation", Map.of("reason", WHY)));
        conforms("Activation", post(number + "/rollback", Map.of("reason", WHY)));
        conforms("Problem", post(number + "/rollback", Map.of("reason", WHY)));
        conforms("Problem", post("", Map.of("files", Map.of(), "reason", WHY)));
        for (JsonNode activation : tree(get("activations")).get("items")) {
            Contract.assertConforms("Activation", activation);
        }
    }

    private static void conforms(String schema, ValidatableResponse answer) throws JsonProcessingException {
        Contract.assertConforms(schema, tree(answer));
    }

    private static JsonNode tree(ValidatableResponse answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.extract().asString());
    }

    @ParameterizedTest
    @CsvSource({"999999", "sha256:0", "latest", "0", "-1", "99999999999"})
    void whatIsNoVersionIsNotFound(String name) {
        get(name).statusCode(404).body("type", equalTo("/problems/unknown-ruleset"));
        get(name + "/files").statusCode(404);
        post(name + "/rollback", Map.of("reason", WHY)).statusCode(404);
    }
}
