package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers and methods that clients and proxies send, rightly or not. */
@QuarkusTest
@Timeout(60)
class UnusualRequestsTest {
    private static final String NOBODY = "{\"asOf\":\"2022-04-07\",\"personnel\":[]}";

    @TestHTTPResource("/")
    URI service;

    private HttpResponse<String> ask(String method, String path, String header, String value) {
        return Http.send(HttpRequest.newBuilder(service.resolve(path))
                .method(method, BodyPublishers.ofString(NOBODY))
                .setHeader("Content-Type", Http.JSON)
                .setHeader(header, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | */* | 200",
                "Accept | text/html, application/*;q=0.8 | 200",
                "Accept | nonsense | 406",
                "Accept-Encoding | gzip, br | 200",
                "Accept-Charset | gbk | 200",
                "Content-Type | application/json; charset=utf-8 | 200",
                "Content-Type | APPLICATION/JSON;charset=\"UTF-8\" | 200",
                "Content-Type | application/json; charset=nonsense | 415",
                "Content-Type | nonsense | 415",
                "Content-Type | a/b/c;;= | 415",
                "Content-Encoding | identity | 200"
            })
    void headersAreTakenAtTheirWord(String header, String value, int status) {
        HttpResponse<String> answer = ask("POST", "/api/v1/evaluate", header, value);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).contains(status == 200 ? "\"ruleset\":" : "\"status\":" + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/evaluate | POST",
                "HEAD | /api/v1/evaluate | POST",
                "BREW | /api/v1/evaluate/ | POST",
                "POST | /api/v1/rulesets/directory | GET, HEAD",
                "DELETE | /api/v1/rulesets/directory | GET, HEAD"
            })
    void aMethodThatDoesNotWorkIsAnsweredWithThoseThatDo(String method, String path, String allowed) {
        HttpResponse<String> answer = ask(method, path, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, /api/v1/evaluate", "OPTIONS, /api/v1/rulesets/directory", "HEAD, /api/v1/rulesets/directory"})
    void askingAboutAnAddressGivesNoCorsPermission(String method, String path) {
        HttpResponse<String> answer = ask(method, path, "Origin", "http://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2022-02-30, 400, IMPOSSIBLE_DATE",
        "asOf=, 400, BAD_DATE",
        "asOf=2022-04-07&asOf=2022-04-07, 400, REPEATED_PARAMETER",
        "asof=2022-04-07, 400, UNKNOWN_PARAMETER"
    })
    void aStreamForAWrongDayIsRefusedBeforeItsFirstLine(String query, int status, String code) {
        HttpResponse<String> answer =
                Http.post(service.resolve("/api/v1/evaluate?" + query), Http.NDJSON, "{\"batch\":{\"id\":\"B\"}}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void aClientThatWaitsToBeToldIsToldToGoOn() throws IOException {
        String body = NOBODY + " ".repeat(1 << 20);
        String head = "POST /api/v1/evaluate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            send(socket, head);
            assertThat(new String(socket.getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(socket, body);
            assertThat(rest(socket.getInputStream()))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"personnel\":[]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"batches\":[{\"id\":\"B\"}]}",
                "application/x-ndjson | {\"batch\":{\"id\":\"B\"}}"
            })
    void http10IsAnsweredWithoutChunks(String type, String body) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            send(
                    socket,
                    "POST /api/v1/evaluate HTTP/1.0\r\nHost: localhost\r\nContent-Type: " + type
                            + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(rest(socket.getInputStream()))
                    .startsWith("HTTP/1.0 200 ")
                    .contains("\"batchId\":\"B\"")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rest(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
