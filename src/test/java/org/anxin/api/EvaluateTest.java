package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anxin.policy.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EvaluateTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NOBODY = "{\"personnel\":[]}";

    @TestHTTPResource("/api/v1/evaluate")
    URI evaluate;

    @Test
    void theDemoIsDecidedAsExpected() throws Exception {
        JsonNode answer = MAPPER.readTree(
                Http.post(evaluate, Http.JSON, TestFiles.demo("evaluate.json")).body());
        Iterator<JsonNode> decisions = Stream.of("personnel", "batches")
                .flatMap(list -> StreamSupport.stream(answer.get(list).spliterator(), false))
                .iterator();
        for (String expected : TestFiles.demo("expected.ndjson").lines().toList()) {
            assertThat(Expectation.difference(MAPPER.readTree(expected), decisions.next()))
                    .isNull();
        }
        assertThat(decisions.hasNext()).isFalse();
    }

    @Test
    void theSameRequestIsAnsweredWithTheSameBytesInAnyOrderOfMembers() {
        String person = "\"personnel\":[{\"id\":\"P\",\"assignments\":[{\"from\":\"2022-01-01\",\"category\":\"STAFF\","
                + "\"market\":{\"type\":\"FARMERS\",\"id\":\"M\"}}]}]";
        String first = Http.post(evaluate, Http.JSON, "{\"asOf\":\"2022-04-07\"," + person + "}")
                .body();
        String second = Http.post(evaluate, Http.JSON, "\uFEFF{" + person + ", \"asOf\" : \"2022-04-07\" }\r\n")
                .body();
        assertThat(second)
                .isEqualTo(first)
                .startsWith("{\"asOf\":\"2022-04-07\",\"ruleset\":\"sha256:")
                .contains("农贸市场");
    }

    @Test
    void headersNameTheRulesetAndTheDay() {
        HttpResponse<String> answer = Http.post(evaluate, Http.JSON, "{\"asOf\":\"2022-04-07\",\"batches\":[]}");
        assertThat(answer.headers().firstValue("Anxin-As-Of")).hasValue("2022-04-07");
        String ruleset = answer.headers().firstValue("Anxin-Ruleset").orElseThrow();
        assertThat(answer.body()).contains("\"ruleset\":\"" + ruleset + "\"");
        assertThat(Http.post(query("ruleset=" + ruleset), Http.JSON, NOBODY).statusCode())
                .isEqualTo(200);
        assertThat(Http.post(query("ruleset=in-force"), Http.JSON, NOBODY).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ruleset=sha256:0, 404, unknown-ruleset",
        "ruleset=, 404, unknown-ruleset",
        "rulset=in-force, 400, invalid-request",
        "asOf=2022-04-07, 400, invalid-request",
        "ruleset=in-force&ruleset=in-force, 400, invalid-request"
    })
    void queriesThatMeanNothingAreRefused(String query, int status, String type) {
        HttpResponse<String> answer = Http.post(query(query), Http.JSON, NOBODY);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("/problems/" + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | Content-Type | text/plain | 415",
                "POST | Content-Type | application/json; charset=GBK | 415",
                "POST | Content-Encoding | gzip | 415",
                "POST | Accept | application/xml | 406",
                "POST | Accept | application/json;q=0 | 406",
                "PUT | Accept | application/json | 405",
                "GET | Accept | application/json | 405"
            })
    void whatCannotWorkIsAProblem(String method, String header, String value, int status) {
        HttpRequest.Builder request = HttpRequest.newBuilder(evaluate)
                .method(method, HttpRequest.BodyPublishers.ofString(NOBODY))
                .setHeader("Content-Type", Http.JSON)
                .setHeader(header, value);
        HttpResponse<String> answer = Http.send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
    }

    @Test
    void unknownAddressesAreAProblemToo() {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(evaluate.resolve("/api/v2/evaluate")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @Test
    void tooLargeBodiesAreRefusedWhetherTheySayTheirLengthOrNot() {
        byte[] large = new byte[(16 << 20) + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(Http.post(evaluate, Http.JSON, large).statusCode()).isEqualTo(413);
        HttpRequest.Builder chunked = HttpRequest.newBuilder(evaluate)
                .header("Content-Type", Http.JSON)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(Http.send(chunked).statusCode()).isEqualTo(413);
    }

    @Test
    void tooManyPeopleAreRefusedAndTheMostAllowedAreNot() {
        assertThat(Http.post(evaluate, Http.JSON, batches(10_000)).statusCode()).isEqualTo(200);
        assertThat(Http.post(evaluate, Http.JSON, batches(10_001)).statusCode()).isEqualTo(413);
    }

    private static byte[] batches(int count) {
        StringBuilder body = new StringBuilder("{\"batches\":[");
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? "" : ",").append("{\"id\":\"B-").append(i).append("\"}");
        }
        return body.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private URI query(String query) {
        return URI.create(evaluate + "?" + query);
    }
}
