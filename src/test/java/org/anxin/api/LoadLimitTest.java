package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anxin.load.Limits;
import org.anxin.load.Turns;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More is asked than may be answered at a time. */
@QuarkusTest
@TestProfile(LoadLimitTest.Small.class)
@Timeout(120)
class LoadLimitTest {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;
    private static final int TOO_MANY = 10;

    private static final String NOBODY = "{\"asOf\":\"2022-04-07\",\"personnel\":[]}";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    Limits limits;

    /** A node that takes on little. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String atOnce = Integer.toString(AT_ONCE);
            String waiting = Integer.toString(WAITING);
            return Map.of(
                    "anxin.load.stored.at-once", atOnce,
                    "anxin.load.stored.waiting", waiting,
                    "anxin.load.evaluate.at-once", atOnce,
                    "anxin.load.evaluate.waiting", waiting,
                    "anxin.load.evaluate.memory", "1M",
                    "anxin.load.body-timeout", "1s");
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static CompletableFuture<HttpResponse<String>> sent(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static List<HttpResponse<String>> answers(List<CompletableFuture<HttpResponse<String>>> sent) {
        return sent.stream()
                .map(one -> one.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    private static List<CompletableFuture<HttpResponse<String>>> sent(int times, HttpRequest.Builder request) {
        return IntStream.range(0, times).mapToObj(n -> sent(request)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static void assertOverloaded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.PROBLEM_JSON);
        assertThat(answer.body()).contains("/problems/overloaded");
    }

    private void assertHealthy() {
        assertThat(Http.send(to("/q/health/ready")).statusCode()).isEqualTo(200);
        assertThat(Http.send(to("/q/health/live")).statusCode()).isEqualTo(200);
        assertThat(Http.send(to("/q/metrics")).statusCode()).isEqualTo(200);
    }

    private static void until(Turns turns, boolean full) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> turns.isFull() == full);
    }

    @Test
    void storedResourcesAreAnsweredSoManyAtATimeSomeWaitAndTheRestIsRefusedAtOnce() throws SQLException {
        List<CompletableFuture<HttpResponse<String>>> letIn;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table markets in access exclusive mode");
            letIn = sent(AT_ONCE + WAITING, to("/api/v1/markets/X-1"));
            until(limits.stored(), true);
            answers(sent(TOO_MANY, to("/api/v1/markets/X-1"))).forEach(LoadLimitTest::assertOverloaded);
            assertThat(letIn).noneMatch(CompletableFuture::isDone);
            assertHealthy();
            assertThat(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, NOBODY)
                            .statusCode())
                    .isEqualTo(200);
            connection.rollback();
        }
        assertThat(answers(letIn)).allMatch(answer -> answer.statusCode() == 404);
        assertThat(limits.stored().isFull()).isFalse();
        assertThat(answers(sent(WAITING, to("/api/v1/markets/X-1")))).allMatch(answer -> answer.statusCode() == 404);
    }

    @Test
    void aBrowserIsRefusedWithTextInBothLanguages() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table markets in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> letIn = sent(AT_ONCE + WAITING, to("/api/v1/markets/X-1"));
            until(limits.stored(), true);
            HttpResponse<String> page = Http.send(to("/").header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
            assertThat(page.body()).contains("服务繁忙").contains("Overloaded");
            connection.rollback();
            answers(letIn);
        }
    }

    @Test
    void whoeverGoesAwayLeavesHisPlaceToOthers() throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table markets in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> running = sent(AT_ONCE, to("/api/v1/markets/X-1"));
            Awaitility.await().until(() -> blocked(connection) == AT_ONCE);
            List<Socket> impatient = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                impatient.add(socket("GET /api/v1/markets/X-1 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            }
            until(limits.stored(), true);
            for (Socket socket : impatient) {
                socket.close();
            }
            until(limits.stored(), false);
            connection.rollback();
            assertThat(answers(running)).allMatch(answer -> answer.statusCode() == 404);
        }
    }

    private static long blocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Socket socket(String request) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.setSoTimeout(30_000);
        return socket;
    }

    @Test
    void largeDocumentsAreDecidedSoManyAtATimeSomeWaitAndTheRestIsRefusedUnread() {
        List<Turns.Turn> blocking = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> limits.documents().take(turn -> {}))
                .toList();
        String large = NOBODY + " ".repeat(40_000);
        HttpRequest.Builder request = to("/api/v1/evaluate")
                .header("Content-Type", Http.JSON)
                .POST(HttpRequest.BodyPublishers.ofString(large));
        List<CompletableFuture<HttpResponse<String>>> letIn = sent(WAITING, request);
        until(limits.documents(), true);
        answers(sent(TOO_MANY, request)).forEach(LoadLimitTest::assertOverloaded);
        assertThat(letIn).noneMatch(CompletableFuture::isDone);
        assertHealthy();
        assertThat(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, NOBODY)
                        .statusCode())
                .as("a small one")
                .isEqualTo(200);
        blocking.forEach(Turns.Turn::end);
        assertThat(answers(letIn)).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers(sent(AT_ONCE, request))).allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void documentsThatWouldTakeMoreMemoryThanThereIsAreRefused() {
        String large = NOBODY + " ".repeat(1_100_000);
        assertOverloaded(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, large));
        assertOverloaded(Http.send(to("/api/v1/evaluate")
                .header("Content-Type", Http.JSON)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))));
        String smaller = NOBODY + " ".repeat(900_000);
        for (int i = 0; i < 3; i++) {
            assertThat(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, smaller)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aConnectionOnWhichABodyDoesNotArriveIsClosed() throws IOException {
        for (String head : List.of("POST /api/v1/evaluate", "PUT /api/v1/markets/X-1", "POST /api/v1/sweeps")) {
            try (Socket socket = socket(head + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\n\r\n{\"asOf\":")) {
                assertThat(socket.getInputStream().read()).as(head).isNegative();
            }
        }
        Awaitility.await().until(() -> !limits.stored().isFull());
    }
}
