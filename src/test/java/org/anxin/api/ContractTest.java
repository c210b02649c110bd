package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.anxin.json.ErrorCode;
import org.anxin.policy.MistakeJson;
import org.anxin.rulebook.Mistake;
import org.anxin.text.Bilingual;
import org.junit.jupiter.api.Test;

/** What the service takes and gives is what {@code openapi.yaml} says. */
@QuarkusTest
class ContractTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EXAMPLE = TestFiles.text("/org/anxin/api/spec-example.json");

    @TestHTTPResource("/")
    URI service;

    /** The one that writes the service's answers. */
    @Inject
    ObjectMapper written;

    private String post(String type, String body) {
        return Http.post(service.resolve("/api/v1/evaluate"), type, body).body();
    }

    @Test
    void theExampleOfTheSpecificationIsARequestAndItsAnswerIsAnAnswer() throws Exception {
        assertConforms("EvaluateRequest", MAPPER.readTree(EXAMPLE));
        JsonNode answer = MAPPER.readTree(post(Http.JSON, EXAMPLE));
        assertConforms("EvaluateAnswer", answer);
        assertThat(answer.at("/personnel/0/status").asText()).isEqualTo("DUE_TOMORROW");
        assertThat(answer.at("/personnel/0/obligations")).hasSize(3);
        assertThat(answer.at("/batches/0/outcome").asText()).isEqualTo("REJECT");
    }

    @Test
    void membersOfAnAnswerKeepTheOrderOfTheSpecification() throws Exception {
        JsonNode answer = MAPPER.readTree(post(Http.JSON, EXAMPLE));
        assertThat(names(answer)).containsExactly("asOf", "ruleset", "personnel", "batches");
        assertThat(names(answer.at("/personnel/0")))
                .containsExactly("personId", "status", "dueOn", "action", "obligations", "notes");
        assertThat(names(answer.at("/personnel/0/obligations/0")))
                .containsExactly(
                        "rule",
                        "title",
                        "directive",
                        "marketId",
                        "category",
                        "since",
                        "cadence",
                        "from",
                        "to",
                        "lastCounted",
                        "dueOn",
                        "status",
                        "explanation");
        assertThat(names(answer.at("/batches/0/findings/0")))
                .containsExactly(
                        "code", "severity", "document", "number", "field", "lot", "rule", "directive", "message");
    }

    private static Iterable<String> names(JsonNode object) {
        return object::fieldNames;
    }

    @Test
    void demoRequestAndAnswerConform() throws Exception {
        String demo = TestFiles.demo("evaluate.json");
        assertConforms("EvaluateRequest", MAPPER.readTree(demo));
        assertConforms("EvaluateAnswer", MAPPER.readTree(post(Http.JSON, demo)));
    }

    @Test
    void problemsAndLinesConform() throws Exception {
        for (String body : List.of("", "{", "{}", "{\"x\":1,\"asOf\":\"2022-02-30\"}")) {
            assertConforms("Problem", MAPPER.readTree(post(Http.JSON, body)));
        }
        assertConforms("Problem", MAPPER.readTree(post("text/plain", "")));
        assertConforms(
                "Problem",
                MAPPER.readTree(Http.send(HttpRequest.newBuilder(service.resolve("/nowhere")))
                        .body()));
        String lines = "{\"batch\":{\"id\":\"B\"}}\n{\"person\":{}}\n";
        for (String line : post(Http.NDJSON, lines).lines().toList()) {
            assertConforms("AnswerLine", MAPPER.readTree(line));
        }
    }

    @Test
    void theStateOfTheRuleDirectoryConformsWithAndWithoutMistakes() throws Exception {
        String address = "/api/v1/rulesets/directory";
        assertConforms(
                "Directory",
                MAPPER.readTree(Http.send(HttpRequest.newBuilder(service.resolve(address)))
                        .body()));
        JsonNode example = Contract.at("/paths/~1api~1v1~1rulesets~1directory/get/responses/200/content")
                .at("/application~1json/example");
        assertConforms("Directory", example);
        MistakeJson mistake = new MistakeJson(
                "PHRASE_UNKNOWN",
                Mistake.Severity.ERROR,
                "testing/cadence.drl",
                13,
                30,
                new Bilingual("此处没有词语 evry。", "There is no phrase evry here."),
                new Bilingual("是否应为 every?", "Did you mean every?"),
                new MistakeJson.FixJson("testing/cadence.drl", 13, 30, 4, "every"));
        DirectoryResource.Answer answer = new DirectoryResource.Answer(
                example.get("ruleset").asText(),
                example.get("directory").asText(),
                false,
                Instant.parse("2022-04-07T01:30:00Z"),
                List.of(mistake));
        assertThat(MAPPER.readTree(written.writeValueAsString(answer))).isEqualTo(example);
    }

    @Test
    void everyErrorCodeIsInTheContractAndNoOther() {
        JsonNode codes = Contract.at("/components/schemas/Error/properties/code/enum");
        assertThat(StreamSupport.stream(codes.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }

    @Test
    void theContractIsServedWithItsPagesAndHealth() {
        String served =
                Http.send(HttpRequest.newBuilder(service.resolve("/q/openapi"))).body();
        assertThat(served).contains("/api/v1/evaluate", "PersonDecision", "AFTER_TASK");
        assertThat(Http.send(HttpRequest.newBuilder(service.resolve("/q/swagger-ui/")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Http.send(HttpRequest.newBuilder(service.resolve("/q/health")))
                        .statusCode())
                .isEqualTo(200);
    }
}
