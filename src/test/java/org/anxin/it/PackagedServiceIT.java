package org.anxin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anxin.policy.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger does first: start it, post the demo district, edit a rule, break one, restart. */
class PackagedServiceIT {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Path DEMO = Path.of("src/main/resources/demo/binjiang-2022-04");
    private static final String PERSON = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}],
              "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    @TempDir
    Path directory;

    @Test
    void theDemoDistrictGetsAllItsDecisions() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            HttpResponse<String> answer = service.post(
                    "/api/v1/evaluate", "application/json", BodyPublishers.ofFile(DEMO.resolve("evaluate.json")));
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode body = TREES.readTree(answer.body());
            List<JsonNode> decisions = new ArrayList<>();
            body.path("personnel").forEach(decisions::add);
            body.path("batches").forEach(decisions::add);
            List<String> expected = Files.readAllLines(DEMO.resolve("expected.ndjson"));
            assertThat(decisions).hasSize(2064 + 31).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(Expectation.difference(TREES.readTree(expected.get(i)), decisions.get(i)))
                        .isNull();
            }
        }
    }

    @Test
    void aRestartOnBadFilesServesTheLastGoodVersionAndSaysSo() throws IOException, InterruptedException {
        Path cadence = directory.resolve("anxin-data/rules/testing/cadence.drl");
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            Files.writeString(cadence, Files.readString(cadence).replace("every(3)", "every(5)"));
            awaitDueOn(service, "2022-03-15");
            service.kill();
        }
        Files.writeString(cadence, Files.readString(cadence).replace("every(5)", "evry(5)"));
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            assertThat(dueOn(service)).isEqualTo("2022-03-15");
            assertThat(service.get("/q/health").body()).contains("last good version serves");
            JsonNode state =
                    TREES.readTree(service.get("/api/v1/rulesets/directory").body());
            assertThat(state.path("live").asBoolean()).isFalse();
            assertThat(state.path("mistakes").get(0).path("file").asText()).isEqualTo("testing/cadence.drl");
            assertThat(state.path("mistakes").get(0).path("remedy").path("en").asText())
                    .contains("every");
            assertThat(service.log()).contains("testing/cadence.drl:");
        }
    }

    @Test
    void aStartOnBadFilesWithoutAGoodVersionFailsWithTheMistakes() throws IOException, InterruptedException {
        Path rules = Files.createDirectories(directory.resolve("anxin-data/rules/testing"));
        Files.writeString(rules.resolve("broken.drl"), "package rules.testing\nrule nonsense\n");
        try (ServiceProcess service = ServiceProcess.begin(directory)) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.log())
                    .contains("testing/broken.drl:2:6")
                    .contains("words.yaml:1:1 FILE_MISSING")
                    .contains("规则名")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void anAddressThatOthersCanReachIsRefused() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.begin(directory, "-Dquarkus.http.host=0.0.0.0")) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.log())
                    .contains("loopback only")
                    .contains("已拒绝启动")
                    .doesNotContain("Listening on")
                    .doesNotContain("\tat ");
        }
    }

    private static String dueOn(ServiceProcess service) throws IOException, InterruptedException {
        String body = service.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(PERSON))
                .body();
        return TREES.readTree(body).path("personnel").path(0).path("dueOn").asText();
    }

    private static void awaitDueOn(ServiceProcess service, String wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!dueOn(service).equals(wanted) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(dueOn(service)).isEqualTo(wanted);
    }
}
