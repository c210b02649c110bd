package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports and samples of laboratories, over HTTP. */
@QuarkusTest
@Timeout(120)
class ImportsTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String CSV = "text/csv";
    private static final String MARKETS = "id,name,type,subdistrict\n";
    private static final String SAMPLE = "{\"personId\":\"IT-P\",\"takenAt\":\"2022-03-0%d\",\"result\":\"NEGATIVE\"}";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @BeforeEach
    void aPerson() {
        post("imports/people", CSV, "id,name,id_number,phone\nIT-P,,,\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) {
        return Http.post(service.resolve("/api/v1/" + path), type, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return TREES.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> sample(String body, String key) {
        return Http.send(HttpRequest.newBuilder(service.resolve("/api/v1/samples"))
                .header("Content-Type", Http.JSON)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private int count(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + condition)) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void theAnswerSaysWhatBecameOfEachRow() {
        byte[] file = (MARKETS + "IT-1,甲,FARMERS,\nIT-2,乙,FARMER,\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = post("imports/markets", CSV, file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":1,\"unchanged\":0,\"rejected\":[{\"line\":3,\"column\":\"type\","
                        + "\"code\":\"UNDECLARED_WORD\",\"message\":{\"zh\":\"不是已声明的词，是否应为“FARMERS”。已声明的词见 words.yaml。\","
                        + "\"en\":\"Not a declared word; did you mean \\\"FARMERS\\\". Declared words stand in words.yaml.\"}}],"
                        + "\"more\":0}");
        Contract.assertConforms("ImportReport", json(answer));
        assertThat(json(post("imports/markets", CSV, file)).get("unchanged").asInt())
                .isOne();
    }

    @Test
    void aFileThatIsNoTableIsAProblemWithLineAndColumn() {
        HttpResponse<String> answer =
                post("imports/markets", CSV, "id,name,typ,subdistrict\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.PROBLEM_JSON);
        JsonNode problem = json(answer);
        Contract.assertConforms("Problem", problem);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/invalid-file");
        assertThat(problem.at("/errors/0/column").asText()).isEqualTo("typ");
        assertThat(problem.at("/errors/1/code").asText()).isEqualTo("MISSING_COLUMN");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, UTF-8, 200",
        "text/csv, GB18030, 200",
        "text/csv; charset=gb18030, GB18030, 200",
        "text/csv;charset=\"GBK\", GB18030, 200",
        "text/csv; charset=UTF-8, UTF-8, 200",
        "text/csv; charset=UTF-8; header=present, UTF-8, 200",
        "text/csv; charset=utf-8, GB18030, 400",
        "text/csv; charset=latin1, UTF-8, 415",
        "text/plain, UTF-8, 415",
        "application/json, UTF-8, 415"
    })
    void theNamedEncodingIsTaken(String type, String charset, int status) throws SQLException {
        byte[] file = (MARKETS + "IT-3,滨江农贸市场,FARMERS,\n").getBytes(Charset.forName(charset));
        assertThat(post("imports/markets", type, file).statusCode()).isEqualTo(status);
        assertThat(count("markets where id = 'IT-3' and name <> '滨江农贸市场'")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"imports/nothing, 404", "imports/MARKETS, 404", "imports/markets?x=1, 400", "imports, 404"})
    void addressesThatAreNoneAreRefused(String path, int status) {
        assertThat(post(path, CSV, MARKETS.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(status);
    }

    @Test
    void aClientThatGoesAwayLeavesNothing() throws Exception {
        String head = "POST /api/v1/imports/people HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 10000000\r\n\r\n";
        String rows = "id,name,id_number,phone\n" + "IT-GONE,,,\n".repeat(100_000);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write((head + rows).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        Thread.sleep(500);
        assertThat(count("people where id = 'IT-GONE'")).isZero();
        assertThat(Path.of("target/test-data/uploads")).isEmptyDirectory();
    }

    @Test
    void aRefusedSampleIsAProblemWithPointers() {
        HttpResponse<String> answer = post("samples", Http.JSON, "{\"samples\":[{\"personId\":\"IT-P\"}]}".getBytes());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo("/samples/0/takenAt");
        assertThat(post("samples", Http.JSON, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post("samples", CSV, new byte[0]).statusCode()).isEqualTo(415);
    }

    @Test
    void linesAreAnsweredLikeAFile() {
        String lines = SAMPLE.formatted(1) + "\n{}\n" + SAMPLE.formatted(2).replace("IT-P", "IT-X") + "\n";
        JsonNode report = json(post("samples", Http.NDJSON, lines.getBytes(StandardCharsets.UTF_8)));
        assertThat(report.get("rejected")).hasSize(2);
        assertThat(report.at("/rejected/0/column").asText()).isEqualTo("personId");
        assertThat(report.at("/rejected/1/code").asText()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(report.at("/accepted").asInt() + report.at("/unchanged").asInt())
                .isOne();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswer() {
        String first = sample(SAMPLE.formatted(3), "it-1").body();
        assertThat(first).isEqualTo("{\"accepted\":1,\"unchanged\":0,\"rejected\":[],\"more\":0}");
        assertThat(sample(SAMPLE.formatted(3), "it-1").body()).isEqualTo(first);
        assertThat(sample(SAMPLE.formatted(3), "it-2").body()).contains("\"unchanged\":1");
        HttpResponse<String> reused = sample(SAMPLE.formatted(4), "it-1");
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(reused.body()).contains("/problems/idempotency-key-reused");
        assertThat(sample(SAMPLE.formatted(4), "with space").statusCode()).isEqualTo(400);
    }

    @Test
    void moreFilesThanAllowedAreAskedToWait() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket(service.getHost(), service.getPort());
                slow.add(socket);
                String head = "POST /api/v1/imports/people HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 1000\r\n\r\nid,";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            Thread.sleep(500);
            HttpResponse<String> answer = post("imports/people", CSV, MARKETS.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        while (post("imports/people", CSV, new byte[0]).statusCode() == 503) {
            Thread.sleep(50);
        }
    }
}
