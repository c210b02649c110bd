package org.anxin.api;

import static org.anxin.api.RecordClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anxin.local.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database goes and comes back while the service runs. */
@QuarkusTest
@Timeout(120)
class OutageTest {
    private static final String MARKET = "{\"name\":\"第2农贸市场\",\"type\":\"FARMERS\"}";
    private static final String NOBODY = "{\"asOf\":\"2022-04-07\",\"personnel\":[]}";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    /** Keeps what is logged. */
    private static final class Kept extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private int status(String path) {
        return Http.send(HttpRequest.newBuilder(service.resolve(path))).statusCode();
    }

    private static void assertUnreachable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.PROBLEM_JSON);
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/database-unreachable");
    }

    @Test
    void requestsForStoredDataGet503AndTheRestGoesOnUntilTheDatabaseIsBack() throws InterruptedException {
        RecordClient records = new RecordClient(service);
        records.has("markets/X-1", MARKET);
        Kept log = new Kept();
        Logger root = Logger.getLogger("");
        TestServer.crash();
        root.addHandler(log);
        try {
            long begun = System.nanoTime();
            assertUnreachable(records.get("markets/X-1"));
            assertUnreachable(records.get("people"));
            assertUnreachable(records.put("markets/X-1", MARKET));
            assertUnreachable(records.delete("markets/X-1"));
            assertUnreachable(records.put("people/X-1/release", "{}"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
            assertThat(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, NOBODY)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(status("/q/health/ready")).isEqualTo(503);
            assertThat(status("/q/health/live")).isEqualTo(200);
            assertThat(log.records)
                    .filteredOn(entry -> entry.getThrown() != null)
                    .isEmpty();
            // The pool tells of each connection that it lost, and of no request.
            assertThat(log.records)
                    .filteredOn(entry -> !entry.getLoggerName().equals("io.agroal.pool"))
                    .hasSizeLessThan(4);
        } finally {
            root.removeHandler(log);
            TestServer.start();
        }
        long back = System.nanoTime();
        while (records.get("markets/X-1").statusCode() != 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(60));
            Thread.sleep(100);
        }
        assertThat(records.put("markets/X-1", MARKET).statusCode()).isEqualTo(200);
        assertThat(status("/q/health/ready")).isEqualTo(200);
    }

    @Test
    void aConnectionThatWasCutIsNotGivenToARequest() {
        RecordClient records = new RecordClient(service);
        records.has("markets/X-1", MARKET);
        TestServer.crash();
        TestServer.start();
        assertThat(IntStream.range(0, 30)
                        .map(n -> records.get("markets/X-1").statusCode())
                        .filter(status -> status != 200)
                        .count())
                .isZero();
    }

    @Test
    void whenAllConnectionsAreTakenRequestsGet503InAFewSecondsAndTheRestGoesOn() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                taken.add(database.getConnection());
            }
            long begun = System.nanoTime();
            assertUnreachable(new RecordClient(service).get("markets/X-1"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            assertThat(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, NOBODY)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(status("/q/health/live")).isEqualTo(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(new RecordClient(service).get("markets/X-2").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverWaitsTooLongForARowIsToldToComeBack() throws SQLException {
        RecordClient records = new RecordClient(service);
        records.has("markets/X-1", MARKET);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from markets where id = 'X-1' for update");
            HttpResponse<String> answer = records.put("markets/X-1", MARKET);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/overloaded");
            assertThat(records.get("markets/X-1").statusCode()).isEqualTo(200);
            connection.rollback();
        }
        assertThat(records.put("markets/X-1", MARKET).statusCode()).isEqualTo(200);
    }
}
