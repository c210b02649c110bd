package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anxin.admission.BatchDecisionJson;
import org.anxin.admission.BatchJson;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.json.Reading;
import org.anxin.testing.PersonDecisionJson;
import org.anxin.testing.PersonJson;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases and the demo district, decided by the library alone. */
class WorkedCasesTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Policy POLICY = RuleTexts.shipped().policy();
    private static final Path DEMO = Path.of("src/main/resources/demo/binjiang-2022-04");

    record Worked(String name, JsonNode node) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Worked> testing() throws IOException {
        return cases("testing.json");
    }

    static Stream<Worked> admission() throws IOException {
        return cases("admission.json");
    }

    private static Stream<Worked> cases(String file) throws IOException {
        JsonNode all = TREES.readTree(Path.of("src/test/resources/cases", file).toFile());
        return StreamSupport.stream(all.spliterator(), false)
                .map(node -> new Worked(node.path("case").asText(), node));
    }

    @ParameterizedTest
    @MethodSource("testing")
    void peopleAreDecidedAsWorkedOut(Worked worked) throws IOException {
        int asOf = Days.of(worked.node.path("asOf").asText());
        assertAsExpected(worked.node.path("expect"), decidePerson(worked.node.path("person"), asOf));
    }

    @ParameterizedTest
    @MethodSource("admission")
    void batchesAreDecidedAsWorkedOut(Worked worked) throws IOException {
        int asOf = Days.of(worked.node.path("asOf").asText());
        assertAsExpected(worked.node.path("expect"), decideBatch(worked.node.path("batch"), asOf));
    }

    @Test
    void theDemoDistrictIsDecidedAsExpected() throws IOException {
        JsonNode request = TREES.readTree(DEMO.resolve("evaluate.json").toFile());
        int asOf = Days.of(request.path("asOf").asText());
        List<JsonNode> decisions = new ArrayList<>();
        for (JsonNode person : request.path("personnel")) {
            decisions.add(decidePerson(person, asOf));
        }
        for (JsonNode batch : request.path("batches")) {
            decisions.add(decideBatch(batch, asOf));
        }
        List<String> expected = Files.readAllLines(DEMO.resolve("expected.ndjson"));
        assertThat(decisions).hasSize(2064 + 31).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertAsExpected(TREES.readTree(expected.get(i)), decisions.get(i));
        }
    }

    private static void assertAsExpected(JsonNode expected, JsonNode decision) {
        assertThat(Expectation.difference(expected, decision))
                .as("%s%nbut was%n%s", expected, decision)
                .isNull();
    }

    private static JsonNode decidePerson(JsonNode person, int asOf) throws IOException {
        var facts = read(person, in -> PersonJson.read(in, new HashSet<>()));
        return written(out -> PersonDecisionJson.write(out, POLICY.testing().decide(facts, asOf)));
    }

    private static JsonNode decideBatch(JsonNode batch, int asOf) throws IOException {
        var facts = read(batch, in -> BatchJson.read(in, new HashSet<>()));
        return written(out -> BatchDecisionJson.write(out, POLICY.admission().decide(facts, asOf)));
    }

    private static <T> T read(JsonNode node, Reading<T> reading) throws IOException {
        byte[] bytes = TREES.writeValueAsBytes(node);
        return Objects.requireNonNull(FactInput.read(
                Json.parser(bytes, 0, bytes.length), POLICY.ruleset().words(), ZoneId.of("Asia/Shanghai"), reading));
    }

    private interface Writing {
        void write(JsonGenerator out) throws IOException;
    }

    private static JsonNode written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
            writing.write(out);
        }
        return TREES.readTree(bytes.toByteArray());
    }
}
