package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anxin.json.LineInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class LinesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PERSON =
            "{\"person\":{\"id\":\"P\",\"assignments\":[{\"market\":{\"id\":\"M\",\"type\":\"FARMERS\"},"
                    + "\"category\":\"STAFF\",\"from\":\"2022-01-01\"}]}}";

    @TestHTTPResource("/api/v1/evaluate?asOf=2022-04-07")
    URI evaluate;

    private List<String> answers(String lines) {
        HttpResponse<String> answer = Http.post(evaluate, Http.NDJSON, lines);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Anxin-As-Of")).hasValue("2022-04-07");
        return answer.body().lines().toList();
    }

    @Test
    void aBadLineSpoilsNoOther() throws Exception {
        List<String> answers = answers("\uFEFF" + PERSON + "\r\n\r\n \n{oops\n{\"batch\":{\"id\":\"a b\"}}\n" + PERSON
                + "\n{}\n{\"person\":null}\n{\"batch\":{\"id\":\"B\"}}");
        assertThat(answers).hasSize(7);
        assertThat(answers.get(0)).startsWith("{\"person\":{\"personId\":\"P\"").isEqualTo(answers.get(3));
        assertThat(problem(answers.get(1), 4)).isEqualTo("SYNTAX");
        assertThat(problem(answers.get(2), 5)).isEqualTo("BAD_ID");
        assertThat(problem(answers.get(4), 7)).isEqualTo("ONE_OF_TWO");
        assertThat(problem(answers.get(5), 8)).isEqualTo("ONE_OF_TWO");
        assertThat(answers.get(6)).startsWith("{\"batch\":{\"batchId\":\"B\"");
    }

    private static String problem(String line, int number) throws IOException {
        JsonNode answer = MAPPER.readTree(line);
        assertThat(answer.get("line").asInt()).as(line).isEqualTo(number);
        return answer.at("/problem/errors/0/code").asText();
    }

    @Test
    void aLineOfAMebibyteIsReadAndALongerOneIsSkipped() {
        String fits = PERSON + " ".repeat(LineInput.LONGEST - PERSON.length());
        List<String> answers = answers(fits + "\r\n" + fits + " \n" + fits + "\n");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).startsWith("{\"person\"").isEqualTo(answers.get(2));
        assertThat(answers.get(1)).startsWith("{\"line\":2,\"problem\":{\"type\":\"/problems/line-too-long\"");
    }

    @Test
    void anAnswerComesBeforeTheNextLineIsSent() throws Exception {
        try (Socket socket = open()) {
            for (int i = 0; i < 3; i++) {
                sendLine(socket, PERSON);
                assertThat(readUntil(socket.getInputStream(), "}\n")).contains("\"personId\":\"P\"");
            }
        }
    }

    @Test
    void clientsThatGoAwayLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 40; i++) {
            Socket socket = open();
            sendLine(socket, PERSON);
            // Every second one resets the connection instead of closing it.
            socket.setSoLinger(i % 2 == 0, 0);
            socket.close();
        }
        // Those that went away may still be arriving, so one free place proves nothing yet.
        int answeredInARow = 0;
        for (int attempt = 0; attempt < 500 && answeredInARow < 20; attempt++) {
            answeredInARow = status() == 200 ? answeredInARow + 1 : 0;
            if (answeredInARow == 0) {
                Thread.sleep(20);
            }
        }
        assertThat(answeredInARow).as("all streams were given back").isEqualTo(20);
    }

    private int status() {
        return Http.post(evaluate, Http.NDJSON, PERSON).statusCode();
    }

    @Test
    void aHundredThousandLinesAreAnsweredInOrder() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append("{\"batch\":{\"id\":\"B-").append(i).append("\"}}\n");
        }
        List<String> answers = answers(lines.toString());
        assertThat(answers).hasSize(100_000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).startsWith("{\"batch\":{\"batchId\":\"B-" + i + "\"");
        }
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(evaluate.getHost(), evaluate.getPort());
        socket.setSoTimeout(20_000);
        send(
                socket,
                "POST /api/v1/evaluate?asOf=2022-04-07 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        return socket;
    }

    private static void sendLine(Socket socket, String line) throws IOException {
        send(socket, Integer.toHexString(line.length() + 1) + "\r\n" + line + "\n\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next;
            try {
                next = in.read();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no answer yet, only: " + read, e);
            }
            assertThat(next).as("the answer ends early: " + read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}
