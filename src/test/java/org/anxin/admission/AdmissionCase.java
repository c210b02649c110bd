package org.anxin.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One case of a case file: a batch, a day and the expected decision. */
record AdmissionCase(String name, int asOf, Batch batch, JsonNode expect) {
    private static final ObjectMapper JSON = exact(new ObjectMapper());
    private static final ObjectMapper YAML = exact(new ObjectMapper(new YAMLFactory()));

    private static final List<String> MEMBERS = List.of("code", "document", "number", "field", "lot", "severity");

    static List<AdmissionCase> resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(AdmissionCase.class.getResourceAsStream(path))) {
            return all(JSON.readTree(in));
        }
    }

    static List<AdmissionCase> yaml(String text) throws IOException {
        return all(YAML.readTree(text));
    }

    /** A case as people read it in the test's name and in a failure. */
    @Override
    public String toString() {
        return name;
    }

    /** Fails unless the decision is the expected one, finding by finding. */
    void check(BatchDecision decision) {
        List<String> expected = new ArrayList<>();
        for (JsonNode finding : expect.path("findings")) {
            expected.add(line(MEMBERS.stream()
                    .map(name -> BatchReading.text(finding, name))
                    .toList()));
        }
        assertThat(decision.findings().stream().map(AdmissionCase::line).toList())
                .as(name)
                .isEqualTo(expected);
        assertThat(decision.outcome().name())
                .as(name)
                .isEqualTo(expect.path("outcome").asText());
    }

    private static String line(Finding finding) {
        return line(Arrays.asList(
                finding.code(),
                finding.document(),
                finding.number(),
                finding.field(),
                finding.lot(),
                finding.severity().name()));
    }

    private static String line(List<String> parts) {
        return String.join(" | ", parts.stream().map(String::valueOf).toList());
    }

    private static List<AdmissionCase> all(JsonNode list) {
        List<AdmissionCase> cases = new ArrayList<>();
        for (JsonNode one : list) {
            cases.add(new AdmissionCase(
                    one.path("case").asText(),
                    BatchReading.day(one, "asOf"),
                    BatchReading.batch(one.path("batch")),
                    one.path("expect")));
        }
        return cases;
    }

    private static ObjectMapper exact(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
