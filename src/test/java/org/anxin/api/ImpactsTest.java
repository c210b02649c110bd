package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.DifferenceKind;
import org.anxin.local.Tables;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.StoredRulesets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Previews and shadow runs over HTTP. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactsTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Policy EDITED = RuleTexts.shipped()
            .replacing("testing/cadence.drl", "every(3).days()", "every(5).days()")
            .policy();
    private static final Policy WITHOUT_LETTER = RuleTexts.shipped()
            .without(file -> file.endsWith(".cases.yaml"))
            .replacing("admission/operator.drl", "!letterSigned", "!letterSigned, !operatorActivated")
            .policy();
    private static final String ID = EDITED.ruleset().id();
    private static final String EVALUATE = """
            {"asOf": "2022-03-12", "personnel": [{"id": "P-7", "assignments": [{"market": {"id": "M-1", "type": "FARMERS"},
            "category": "STAFF", "from": "2022-01-01"}], "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    @TestHTTPResource("/api/v1/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    StoredRulesets rulesets;

    @BeforeAll
    void load() throws SQLException {
        clear();
        execute("insert into markets (id, name, type) values ('M-1', '市场', 'FARMERS'), ('M-2', '市场', 'FARMERS')");
        execute("insert into people (id) select 'P-' || n from generate_series(1, 6) n");
        execute("insert into assignments (person_no, market_no, category, from_on)"
                + " select p.no, m.no, case p.id when 'P-6' then 'PORTER' else 'STAFF' end, '2022-01-01' from people p"
                + " join markets m on m.id = case when p.id < 'P-4' then 'M-1' else 'M-2' end");
        execute("insert into samples (person_no, taken_on, result)"
                + " select no, date '2022-03-12' - substr(id, 3)::int, 'NEGATIVE' from people");
        rulesets.keep(EDITED);
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(
                database,
                "markets, people, sweeps, results, results_past, suspensions, impact_people, batches, false_documents,"
                        + " rulesets");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HttpResponse<String> get(String path) {
        return Http.send(HttpRequest.newBuilder(service.resolve(path)));
    }

    private HttpResponse<String> ask(String ruleset, String body) {
        return Http.post(service.resolve("rulesets/" + ruleset + "/impact"), Http.JSON, body);
    }

    private static String location(HttpResponse<String> asked) {
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return asked.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode ended(String path) throws IOException, InterruptedException {
        for (int i = 0; i < 1500; i++) {
            JsonNode run = TREES.readTree(get(path).body());
            Contract.assertConforms("Impact", run);
            if (!run.get("state").asText().equals("RUNNING")) {
                return run;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("still running");
    }

    private static List<String> names(Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(Enum::name).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void theKindsInTheContractAreThoseThereAre() {
        assertThat(texts(Contract.at("/components/schemas/Change/enum"))).isEqualTo(names(Change.values()));
        assertThat(texts(Contract.at("/components/schemas/ChangeCounts/required")))
                .isEqualTo(names(Change.values()));
        assertThat(texts(Contract.at("/components/schemas/BatchChange/enum"))).isEqualTo(names(BatchChange.values()));
        assertThat(texts(Contract.at("/components/schemas/BatchChangeCounts/required")))
                .isEqualTo(names(BatchChange.values()));
        assertThat(texts(Contract.at("/components/schemas/Shadow/properties/differences/required")))
                .isEqualTo(names(DifferenceKind.values()));
    }

    @Test
    void aPreviewSaysWhoIsChangedWhereAndWhy() throws Exception {
        HttpResponse<String> asked = ask(ID, "{\"asOf\": \"2022-03-12\"}");
        Contract.assertConforms("Impact", TREES.readTree(asked.body()));
        JsonNode run = ended(location(asked));
        assertThat(run.get("ruleset").asText()).isEqualTo(ID);
        assertThat(run.at("/progress/done").asInt()).isEqualTo(6);
        JsonNode day = run.at("/result/days/0");
        // Sampled 1 to 5 days ago: due in 2, 1, 0, -1, -2 days, and now in 4, 3, 2, 1, 0.
        assertThat(day.at("/counts/CLEARED").asInt()).isEqualTo(2);
        assertThat(day.at("/counts/WARNED").asInt()).isEqualTo(2);
        assertThat(day.at("/counts/NO_LONGER_WARNED").asInt()).isEqualTo(2);
        assertThat(day.at("/counts/OTHER").asInt()).isEqualTo(1);
        assertThat(day.get("markets").findValuesAsText("marketId")).containsExactly("M-1", "M-2");
        assertThat(day.at("/markets/1/counts/CLEARED").asInt()).isEqualTo(2);
        assertThat(day.at("/categories/0/category").asText()).isEqualTo("STAFF");
        assertThat(run.at("/result/demand/total/0").toString())
                .isEqualTo("{\"date\":\"2022-03-12\",\"before\":3,\"after\":1}");
        assertThat(run.at("/result/demand/undecidedAfter").asInt()).isEqualTo(1);
        assertThat(run.toString()).doesNotContain("PORTER");
        JsonNode cleared = TREES.readTree(
                get(location(asked) + "/people?change=CLEARED&market=M-2").body());
        Contract.assertConforms("ImpactPeople", cleared);
        assertThat(cleared.at("/people/0").toString())
                .isEqualTo("{\"date\":\"2022-03-12\",\"personId\":\"P-4\",\"changes\":[\"CLEARED\",\"WARNED\"],"
                        + "\"markets\":[\"M-2\"],\"before\":{\"status\":\"OVERDUE\",\"dueOn\":\"2022-03-11\","
                        + "\"action\":\"SUSPEND\",\"rules\":[\"FM-3D\"],\"undecidable\":null},\"after\":{\"status\":"
                        + "\"DUE_TOMORROW\",\"dueOn\":\"2022-03-13\",\"action\":\"WARN\",\"rules\":[\"FM-3D\"],"
                        + "\"undecidable\":null}}");
    }

    @Test
    void theListIsReadInPagesAndAsAFile() throws Exception {
        String path =
                location(ask(ID, "{\"from\": \"2022-03-12\", \"to\": \"2022-03-13\", \"against\": \"in-force\"}"));
        ended(path);
        List<String> whole =
                TREES.readTree(get(path + "/people").body()).get("people").findValuesAsText("personId");
        assertThat(whole).hasSize(10).startsWith("P-1", "P-2");
        HttpResponse<String> first = get(path + "/people?limit=7");
        String next = TREES.readTree(first.body()).get("next").asText();
        assertThat(next).isEqualTo("2022-03-13:P-2");
        assertThat(first.headers().firstValue("Link").orElseThrow()).contains("after=2022-03-13%3AP-2");
        JsonNode second =
                TREES.readTree(get(path + "/people?limit=7&after=" + next).body());
        assertThat(second.get("people").findValuesAsText("personId")).isEqualTo(whole.subList(7, 10));
        assertThat(second.get("next").isNull()).isTrue();
        HttpResponse<String> csv = get(path + "/people?date=2022-03-13&change=CLEARED&format=csv");
        assertThat(csv.body().lines().toList())
                .contains(
                        "2022-03-13,P-4,CLEARED WARNED,M-2,OVERDUE,2022-03-11,SUSPEND,FM-3D,,DUE_TODAY,2022-03-13,WARN,"
                                + "FM-3D,");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".csv");
    }

    private static String batch(String id) {
        return "{\"batch\":{\"id\":\"" + id
                + "\",\"operator\":{\"id\":\"O-1\"},\"declaredOn\":\"2022-04-05\",\"supplier\":"
                + "\"x\",\"goods\":{\"name\":\"x\",\"origin\":\"CL\"},\"lots\":[{\"lotNo\":\"L\",\"quantity\":1,\"unit\":"
                + "\"kg\"}],\"documents\":[]}}\n";
    }

    private void declareTwoBatches() throws SQLException {
        execute("insert into operators (id, market_no, name, activated_on) select 'O-1', no, 'x', '2022-02-20'"
                + " from markets where id = 'M-1' on conflict do nothing");
        String answer = Http.post(service.resolve("batches?asOf=2022-04-07"), Http.NDJSON, batch("B-1") + batch("B-2"))
                .body();
        assertThat(answer.lines()).hasSize(2).allMatch(line -> line.contains("\"REJECTED\""));
    }

    @Test
    void batchesThatWouldBeDecidedOtherwiseAreCountedAndListedToo() throws Exception {
        declareTwoBatches();
        rulesets.keep(WITHOUT_LETTER);
        String path =
                location(ask(WITHOUT_LETTER.ruleset().id(), "{\"from\": \"2022-04-06\", \"to\": \"2022-04-07\"}"));
        JsonNode run = ended(path);
        assertThat(run.at("/progress/total").asInt()).isEqualTo(8);
        assertThat(run.at("/result/batches/batches").asInt()).isEqualTo(2);
        JsonNode day = run.at("/result/batches/days/1");
        assertThat(day.at("/after").toString()).isEqualTo("{\"ADMIT\":0,\"REVIEW\":0,\"REJECT\":2}");
        assertThat(day.at("/markets/0/counts/OTHER_FINDINGS").asInt()).isEqualTo(2);
        JsonNode first = TREES.readTree(get(path + "/batches?limit=1").body());
        Contract.assertConforms("ImpactBatches", first);
        assertThat(first.get("next").asText()).isEqualTo("2022-04-07:B-1");
        assertThat(first.at("/batches/0")).isEqualTo(day.at("/samples/0/batches/0"));
        assertThat(first.at("/batches/0/before/findings").findValuesAsText("rule"))
                .contains("AD-LETTER");
        assertThat(first.at("/batches/0/after/findings").findValuesAsText("rule"))
                .doesNotContain("AD-LETTER")
                .contains("AD-TEST");
        JsonNode second = TREES.readTree(get(path + "/batches?date=2022-04-07&market=M-1&change=OTHER_FINDINGS&after="
                        + first.get("next").asText())
                .body());
        assertThat(second.get("batches").findValuesAsText("batchId")).containsExactly("B-2");
        assertThat(TREES.readTree(get(path + "/batches?change=ADMIT_TO_REJECT").body())
                        .get("batches"))
                .isEmpty();
        HttpResponse<String> csv = get(path + "/batches?format=csv");
        assertThat(csv.body().lines().skip(1).toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2022-04-07,B-1,M-1,OTHER_FINDINGS,REJECT,DOCUMENT_MISSING LETTER_NOT_SIGNED,AD-");
        assertThat(get(path + "/batches?format=xlsx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains(".xlsx");
        assertThat(get(path + "/batches?change=ADMITTED").body()).contains("UNKNOWN_KIND");
        assertThat(get(path + "/batches?after=2022-04-07:B-9").body()).contains("BAD_CURSOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"asOf\":\"2022-02-30\"} | IMPOSSIBLE_DATE",
                "{\"asOf\":\"2022-02-03\",\"to\":\"2022-02-03\"} | DAY_OR_RANGE",
                "{\"from\":\"2022-02-03\"} | DAY_OR_RANGE",
                "{\"from\":\"2022-02-03\",\"to\":\"2022-02-02\"} | TO_BEFORE_FROM",
                "{\"from\":\"2022-02-01\",\"to\":\"2022-03-04\"} | RANGE_TOO_LONG",
                "{\"batches\":[]} | UNKNOWN_FIELD",
            })
    void whatCannotBeAskedIsRefused(String body, String code) throws Exception {
        HttpResponse<String> answer = ask(ID, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TREES.readTree(answer.body()).at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void whatThereIsNotIsNotFound() throws Exception {
        String unknown = "sha256:" + "0".repeat(64);
        assertThat(ask(unknown, "{}").statusCode()).isEqualTo(404);
        assertThat(ask(ID, "{\"against\": \"" + unknown + "\"}").statusCode()).isEqualTo(404);
        assertThat(get("impacts/999999").statusCode()).isEqualTo(404);
        assertThat(get("impacts/x").statusCode()).isEqualTo(404);
        String path = location(ask(ID, "{}"));
        ended(path);
        assertThat(get(path + "/people?change=SUSPEND").body()).contains("UNKNOWN_KIND", "SUSPENDED");
        assertThat(get(path + "/people?after=P-1").body()).contains("BAD_CURSOR");
        execute("insert into impacts (ruleset, against, from_on, to_on, state, node, begun, seen) select '" + ID
                + "', '" + ID
                + "', '2022-01-01', '2022-01-01', 'RUNNING', 'other', clock_timestamp(), clock_timestamp()");
        String running = TREES.readTree(ask(ID, "{\"asOf\":\"2022-01-01\",\"against\":\"" + ID + "\"}")
                        .body())
                .get("id")
                .asText();
        assertThat(get("impacts/" + running + "/people").statusCode()).isEqualTo(409);
        assertThat(get("impacts/" + running + "/batches").statusCode()).isEqualTo(409);
        execute("delete from impacts where no = " + running);
    }

    private HttpResponse<String> shadow(String method, String ruleset, String body) {
        HttpRequest.BodyPublisher content =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("rulesets/" + ruleset + "/shadow"))
                .method(method, content);
        return Http.send(body.isEmpty() ? request : request.header("Content-Type", Http.JSON));
    }

    private String active() throws IOException {
        return TREES.readTree(Http.send(HttpRequest.newBuilder(service.resolve("rulesets/directory")))
                        .body())
                .get("ruleset")
                .asText();
    }

    @Test
    void aShadowCountsWhatDiffersAndAnswersStayTheSame() throws Exception {
        assertThat(shadow("GET", ID, "").statusCode()).isEqualTo(404);
        assertThat(shadow("DELETE", ID, "").statusCode()).isEqualTo(404);
        assertThat(shadow("PUT", ID, "{\"share\": 1.5}").body()).contains("BAD_SHARE");
        String before =
                Http.post(service.resolve("evaluate"), Http.JSON, EVALUATE).body();
        assertThat(shadow("PUT", ID, "").statusCode()).isEqualTo(201);
        assertThat(shadow("PUT", ID, "{\"share\": 1}").statusCode()).isEqualTo(200);
        assertThat(shadow("PUT", active(), "").statusCode()).isEqualTo(409);
        assertThat(Http.post(service.resolve("evaluate"), Http.JSON, EVALUATE).body())
                .isEqualTo(before);
        String line = "{\"person\":"
                + EVALUATE.substring(EVALUATE.indexOf("[{") + 1, EVALUATE.length() - 2)
                        .replace("\n", "") + "}\n";
        Http.post(service.resolve("evaluate?asOf=2022-03-12"), Http.NDJSON, line + line);
        Http.post(service.resolve("evaluate?ruleset=" + ID), Http.JSON, EVALUATE);
        JsonNode report = TREES.readTree(shadow("GET", ID, "").body());
        for (int i = 0; i < 1500 && report.at("/people/compared").asInt() < 3; i++) {
            Thread.sleep(20);
            report = TREES.readTree(shadow("GET", ID, "").body());
        }
        Contract.assertConforms("Shadow", report);
        assertThat(report.at("/people").toString()).isEqualTo("{\"compared\":3,\"different\":3,\"failed\":0}");
        assertThat(report.at("/differences/ACTION").asInt()).isEqualTo(3);
        assertThat(report.at("/samples/0/personId").asText()).isEqualTo("P-7");
        assertThat(report.at("/samples/0/answered/status").asText()).isEqualTo("DUE_TOMORROW");
        assertThat(report.at("/samples/0/shadow/status").asText()).isEqualTo("COMPLIANT");
        assertThat(shadow("DELETE", ID, "").statusCode()).isEqualTo(204);
        assertThat(TREES.readTree(shadow("GET", ID, "").body()).get("state").asText())
                .isEqualTo("ENDED");
    }
}
