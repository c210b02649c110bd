package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that stops in the middle of a stream is let go, and the one place for a stream is free again. */
@QuarkusTest
@TestProfile(SilenceTest.OneStream.class)
@Timeout(60)
class SilenceTest {
    private static final String BATCH = "{\"batch\":{\"id\":\"B\"}}";

    @TestHTTPResource("/api/v1/evaluate?asOf=2022-04-07")
    URI evaluate;

    public static final class OneStream implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.read-timeout", "1s", "anxin.evaluate.max-streams", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"batch\":{\"id\"", BATCH + "\n" + "{\"bat"})
    void aClientThatFallsSilentIsLetGoQuietly(String beginning) throws Exception {
        List<LogRecord> failures = new ArrayList<>();
        Handler heard = listener(failures);
        Logger.getLogger("").addHandler(heard);
        try (Socket socket = open(beginning)) {
            byte[] answered = socket.getInputStream().readAllBytes();
            assertThat(new String(answered, StandardCharsets.UTF_8))
                    .as("cut off, not ended as if all were answered")
                    .doesNotEndWith("0\r\n\r\n")
                    .satisfies(text ->
                            assertThat(text.contains("\"batchId\":\"B\"")).isEqualTo(beginning.contains("\n")));
        } finally {
            Logger.getLogger("").removeHandler(heard);
        }
        assertThat(failures).isEmpty();
        assertThat(awaitStatus(200)).as("the place is free again").isEqualTo(200);
    }

    @Test
    void oneStreamTooManyIsToldWhenToComeBack() throws Exception {
        try (Socket socket = open(BATCH + "\n")) {
            assertThat(socket.getInputStream().read()).isPositive();
            HttpResponse<String> refused = Http.post(evaluate, Http.NDJSON, BATCH);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).contains("/problems/overloaded");
        }
        assertThat(awaitStatus(200)).isEqualTo(200);
    }

    private static Handler listener(List<LogRecord> failures) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getThrown() != null) {
                    failures.add(line);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private Socket open(String beginning) throws IOException {
        Socket socket = new Socket(evaluate.getHost(), evaluate.getPort());
        socket.setSoTimeout(20_000);
        String chunk = beginning.isEmpty() ? "" : Integer.toHexString(beginning.length()) + "\r\n" + beginning + "\r\n";
        String request = "POST /api/v1/evaluate?asOf=2022-04-07 HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int awaitStatus(int wanted) throws InterruptedException {
        int status = Http.post(evaluate, Http.NDJSON, BATCH).statusCode();
        for (int attempt = 0; attempt < 100 && status != wanted; attempt++) {
            Thread.sleep(50);
            status = Http.post(evaluate, Http.NDJSON, BATCH).statusCode();
        }
        return status;
    }
}
