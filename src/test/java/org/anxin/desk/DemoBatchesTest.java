package org.anxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.policy.Expectation;
import org.anxin.registry.DemoDistrict;
import org.junit.jupiter.api.Test;

/** The batches of the demo district, declared at its desk. */
class DemoBatchesTest {
    private static final ObjectMapper TREES = new ObjectMapper();

    @Test
    void theDeskDecidesEveryBatchOfTheDemoDistrictAsEvaluatingDoesAndAdmitsTwentyTwo() throws Exception {
        try (DeskDistrict district = DeskDistrict.demo()) {
            for (JsonNode sent : batches()) {
                assertThat(district.declare(read(sent)).decision().cause()).isEqualTo(DecisionCause.DECLARED);
            }
            for (String line : DemoDistrict.expected()) {
                JsonNode expected = TREES.readTree(line);
                if (expected.has("batchId")) {
                    assertThat(Expectation.difference(
                                    expected,
                                    decided(district, expected.get("batchId").asText())))
                            .isNull();
                }
            }
            assertThat(district.value("select count(*) from batches where state = 'ADMITTED'"))
                    .isEqualTo("22");
            assertThat(district.value("select count(*) from batches where state = 'REJECTED'"))
                    .isEqualTo("9");
            assertThat(district.value("select count(*) from passes")).isEqualTo("22");
        }
    }

    private static JsonNode batches() throws IOException {
        try (InputStream file = DemoBatchesTest.class.getResourceAsStream("/demo/binjiang-2022-04/evaluate.json")) {
            return TREES.readTree(file).get("batches");
        }
    }

    private static Batch read(JsonNode sent) throws IOException {
        byte[] bytes = TREES.writeValueAsBytes(sent);
        return FactInput.read(
                Json.parser(bytes, 0, bytes.length),
                DeskDistrict.POLICY.ruleset().words(),
                ZoneId.of("Asia/Shanghai"),
                in -> BatchJson.read(in, new HashSet<>()));
    }

    private static JsonNode decided(DeskDistrict district, String id) throws IOException, SQLException {
        MadeDecision decision =
                Objects.requireNonNull(district.batches.find(id)).decision();
        return TREES.createObjectNode()
                .put("batchId", id)
                .put("outcome", decision.outcome().name())
                .set("findings", TREES.readTree(decision.findings()));
    }
}
