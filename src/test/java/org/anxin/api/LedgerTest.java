package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors are shown, and answers that are logged before they are given. */
@QuarkusTest
class LedgerTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String EXAMPLE = TestFiles.text("/org/anxin/api/spec-example.json");

    @TestHTTPResource("/api/v1/")
    URI service;

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(service.resolve(path)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TREES.readTree(answer.body());
    }

    private static String withId(String person) {
        return EXAMPLE.replace("\"P-1\"", "\"" + person + "\"");
    }

    @Test
    void aLoggedAnswerIsInTheLogToTheByteWhenItIsGiven() throws Exception {
        HttpResponse<String> answer = Http.post(service.resolve("evaluate?log=true"), Http.JSON, withId("P-logged-1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Http.post(service.resolve("evaluate"), Http.JSON, withId("P-logged-1"))
                        .body());
        JsonNode log = get("decision-log?kind=EVALUATE&subject=P-logged-1");
        assertConforms("LoggedDecisions", log);
        assertThat(log.at("/items")).hasSize(1);
        assertThat(log.at("/items/0/decisions")).hasSize(1);
        assertThat(log.at("/items/0/decisions/0/answer"))
                .isEqualTo(TREES.readTree(answer.body()).at("/personnel/0"));
        assertThat(log.at("/items/0/decisions/0/facts/person/id").asText()).isEqualTo("P-logged-1");
        assertThat(log.at("/items/0/day").asText()).isEqualTo("2022-03-12");
    }

    @Test
    void whoeverDoesNotAskForItIsNotLogged() throws Exception {
        Http.post(service.resolve("evaluate"), Http.JSON, withId("P-logged-2"));
        Http.post(service.resolve("evaluate?log=false"), Http.JSON, withId("P-logged-2"));
        assertThat(get("decision-log?subject=P-logged-2").at("/items")).isEmpty();
    }

    @Test
    void linesAreLoggedAndABadOneSpoilsNoOther() throws Exception {
        String person = TREES.readTree(EXAMPLE).at("/personnel/0").toString();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("{\"person\":")
                    .append(person.replace("\"P-1\"", "\"P-line-" + i + "\""))
                    .append("}\n");
        }
        lines.append("{\"person\":{}}\n");
        URI address = service.resolve("evaluate?asOf=2022-03-12&log=");
        List<String> logged = Http.post(URI.create(address + "true"), Http.NDJSON, lines.toString())
                .body()
                .lines()
                .toList();
        assertThat(logged)
                .isEqualTo(Http.post(URI.create(address + "false"), Http.NDJSON, lines.toString())
                        .body()
                        .lines()
                        .toList());
        for (String id : List.of("P-line-0", "P-line-511", "P-line-999")) {
            assertThat(get("decision-log?subject=" + id).at("/items")).hasSize(1);
        }
    }

    @Test
    void theLogIsIntactAndDecidedTheSameAgain() throws Exception {
        Http.post(service.resolve("evaluate?log=true"), Http.JSON, withId("P-logged-3"));
        JsonNode verification = get("decision-log/verification");
        assertConforms("LogVerification", verification);
        assertThat(verification.get("intact").asBoolean())
                .as(verification.toString())
                .isTrue();
        assertThat(verification.get("entries").asInt()).isPositive();
        JsonNode replay = get("decision-log/replay?from=2022-03-12&to=2022-03-12&kind=EVALUATE");
        assertConforms("LogReplay", replay);
        assertThat(replay.get("same").asBoolean()).as(replay.toString()).isTrue();
        assertThat(replay.get("decided").asInt()).isPositive();
    }

    @Test
    void everyChangeOfARecordIsShownPageByPage() throws Exception {
        RecordClient records = new RecordClient(service.resolve("/"));
        records.has("people/P-audited", "{\"name\":\"某人\"}");
        records.has("people/P-audited", "{\"name\":\"某人\",\"phone\":\"13800000001\"}");
        // Tables that tests empty give numbers again, so entries of others may come first.
        JsonNode all = get("audit?subject=P-audited&kind=people&actor=local&limit=500");
        assertConforms("AuditEntries", all);
        JsonNode first = all.at("/items/" + (all.get("items").size() - 2));
        assertThat(first.get("action").asText()).isEqualTo("INSERT");
        JsonNode second = get("audit?subject=P-audited&kind=people&actor=local&limit=1&after="
                + first.get("entry").asText());
        assertThat(second.at("/items/0/action").asText()).isEqualTo("UPDATE");
        assertThat(second.at("/items/0/changes/0/hidden").toString()).isEqualTo("[\"phone\"]");
        assertThat(first.toString() + second).doesNotContain("某人", "138000");
        assertThat(get("audit?subject=P-audited&day=2022-01-01").at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision-log?kind=SWEPT",
                "decision-log?after=x",
                "decision-log?day=x",
                "audit?after=x",
                "audit?subject=a b",
                "decision-log/verification?from=2022-01-02&to=2022-01-01",
                "decision-log/replay?from=2022-01-01&to=2022-12-31",
                "decision-log/replay?kind=x"
            })
    void aQuestionThatCannotBeMeantIsRefused(String path) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(service.resolve(path.replace(" ", "%20"))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void whetherToLogIsTrueOrFalse() {
        HttpResponse<String> answer = Http.post(service.resolve("evaluate?log=maybe"), Http.JSON, EXAMPLE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("WRONG_TYPE");
    }
}
