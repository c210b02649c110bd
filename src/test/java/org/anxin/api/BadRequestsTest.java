package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class BadRequestsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestHTTPResource("/api/v1/evaluate")
    URI evaluate;

    record Bad(String code, String pointer, String body) {
        @Override
        public String toString() {
            return code + " " + pointer;
        }
    }

    static Stream<Bad> corpus() {
        return TestFiles.text("/org/anxin/api/bad-requests.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(cells -> new Bad(cells[0], cells[1], cells[2].replace("{TAB}", "\t")));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isAnsweredWithItsPlaceAndCode(Bad bad) throws Exception {
        HttpResponse<String> answer = Http.post(evaluate, Http.JSON, bad.body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = MAPPER.readTree(answer.body());
        assertThat(problem.at("/errors/0/code").asText()).as(answer.body()).isEqualTo(bad.code);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(bad.pointer);
        assertThat(problem.at("/errors")).as("one mistake, one error").hasSize(1);
    }

    @Test
    void allMistakesAreNamedAtOnceAndBeyondAHundredCounted() throws Exception {
        String body = "{\"batches\":[" + "{\"id\":\"a b\"},".repeat(120) + "{\"id\":\"B\"}]}";
        JsonNode problem = MAPPER.readTree(Http.post(evaluate, Http.JSON, body).body());
        assertThat(problem.get("errors")).hasSize(100);
        assertThat(problem.get("more").asInt()).isEqualTo(20);
        assertThat(problem.at("/errors/99/pointer").asText()).isEqualTo("/batches/99/id");
    }

    @Test
    void nearestWordsAndFieldsAreNamedAndValuesAreNot() {
        String body = """
                {"personnel":[{"id":"P-1","asignments":[],"samples":[{"result":"NEGATIV-geheim"}]}],
                 "batches":[{"id":"B","documents":[{"type":"TEST_REPORTS"}]}]}""";
        assertThat(Http.post(evaluate, Http.JSON, body).body())
                .contains("did you mean \\\"assignments\\\"", "did you mean \\\"TEST_REPORT\\\"")
                .doesNotContain("geheim", "TEST_REPORTS", "P-1");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws Exception {
        byte[] gbk = "{\"batches\":[{\"id\":\"B\",\n\"supplier\":\"甬城\"}]}".getBytes("GBK");
        assertThat(Http.post(evaluate, Http.JSON, gbk).body()).contains("NOT_UTF8", "line 2, column 13");
        byte[] utf16 = "{\"batches\":[]}".getBytes("UTF-16LE");
        assertThat(Http.post(evaluate, Http.JSON, utf16).body()).contains("NOT_UTF8");
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0};
        assertThat(Http.post(evaluate, Http.JSON, gzip).body()).contains("NOT_UTF8");
    }
}
