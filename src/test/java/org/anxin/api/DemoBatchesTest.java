package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anxin.desk.DeskDistrict;
import org.anxin.policy.Expectation;
import org.anxin.registry.DemoDistrict;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** The batches of the demo district, declared at its desk as lines. */
class DemoBatchesTest {
    private static final ObjectMapper TREES = new ObjectMapper();

    @Test
    void theDeskDecidesEveryBatchOfTheDemoDistrictAsEvaluatingDoesAndAdmitsTwentyTwo() throws Exception {
        try (DeskDistrict district = DeskDistrict.demo()) {
            Map<String, JsonNode> decided = declared(district);
            assertThat(decided).hasSize(31);
            for (String line : DemoDistrict.expected()) {
                JsonNode expected = TREES.readTree(line);
                if (expected.has("batchId")) {
                    JsonNode decision = decided.remove(expected.get("batchId").asText());
                    assertThat(Expectation.difference(expected, decision)).isNull();
                }
            }
            assertThat(decided).isEmpty();
            assertThat(district.value("select count(*) from batches where state = 'ADMITTED'"))
                    .isEqualTo("22");
            assertThat(district.value("select count(*) from batches where state = 'REJECTED'"))
                    .isEqualTo("9");
            assertThat(district.value("select count(*) from passes")).isEqualTo("22");
        }
    }

    /** The decisions in the form of {@code POST /api/v1/evaluate}, by id. */
    private static Map<String, JsonNode> declared(DeskDistrict district) throws IOException {
        DeclaredLines lines = new DeclaredLines(
                district.desk,
                new DeclarationRequest(operator -> true, market -> true),
                DeskDistrict.on(Days.of("2022-04-07")),
                ZoneId.of("Asia/Shanghai"));
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        lines.answer(new ByteArrayInputStream(sent().getBytes(StandardCharsets.UTF_8)), answers);
        Map<String, JsonNode> decided = new HashMap<>();
        for (String line : answers.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode batch = TREES.readTree(line).get("batch");
            ObjectNode decision = (ObjectNode) batch.get("decision");
            decision.set("batchId", batch.get("id"));
            decided.put(batch.get("id").asText(), decision);
        }
        return decided;
    }

    private static String sent() throws IOException {
        return TestFiles.text("/demo/binjiang-2022-04/batches.ndjson");
    }

    @Test
    void theLinesHaveTheBatchesOfTheRequest() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : sent().lines().toList()) {
            lines.add(TREES.readTree(line).get("batch"));
        }
        JsonNode request = TREES.readTree(TestFiles.text("/demo/binjiang-2022-04/evaluate.json"));
        assertThat(request.get("batches")).containsExactlyElementsOf(lines);
    }
}
