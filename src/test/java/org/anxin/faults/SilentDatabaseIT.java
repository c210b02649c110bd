package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** The database is there, but what is sent to it is late, or lost without a word. */
class SilentDatabaseIT {
    private static final int TIMES = Scale.of(1, 5);

    /** Shorter than as shipped, in every build. */
    private static final int REQUESTS_SECONDS = Scale.of(4, 60);

    private static final int SWEEPS_SECONDS = Scale.of(6, 120);
    private static final long DELAY_MILLIS = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String STORED = "/api/v1/people/P-0000001";
    private static final String EVALUATION = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}]}]}""";

    private final List<Duration> answering = new ArrayList<>();
    private final List<Duration> working = new ArrayList<>();

    @Test
    void slowConnectionsMakeNothingFailAndLostOnesAreGivenUpInTime() throws Exception {
        try (Province province = new Province();
                Relay relay = new Relay(province.address().getPort())) {
            ServiceProcess node = start(province, relay);
            relay.delay(DELAY_MILLIS);
            assertThat(node.get(STORED).statusCode()).isEqualTo(200);
            for (int run = 0; run < TIMES; run++) {
                relay.delay(DELAY_MILLIS);
                String sweep = Undisturbed.request(province, node, run);
                Wait.until("a shard", PATIENCE, () -> province.done(sweep) > 0);
                relay.delay(0);
                loseConnections(province, node, relay, sweep);
                assertThat(new Sweeping(node).ended(sweep).path("state").asText())
                        .isEqualTo("COMPLETED");
            }
            Undisturbed.assertSame(province, node, TIMES);
        }
        Figures.tell(
                "silent connections to the database",
                TIMES + " times, given up after " + REQUESTS_SECONDS + " and " + SWEEPS_SECONDS
                        + " s; stored resources answer after " + Figures.spread(answering)
                        + "; the sweep goes on after "
                        + Figures.spread(working));
    }

    private static ServiceProcess start(Province province, Relay relay) throws Exception {
        URI server = province.address();
        String timeout = "jdbc.additional-jdbc-properties.socketTimeout=";
        return province.start(
                "node",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:" + relay.port() + server.getPath(),
                "-Dquarkus.datasource." + timeout + REQUESTS_SECONDS,
                "-Dquarkus.datasource.background." + timeout + SWEEPS_SECONDS);
    }

    private void loseConnections(Province province, ServiceProcess node, Relay relay, String sweep) throws Exception {
        long done = province.done(sweep);
        relay.fallSilent();
        long begin = System.nanoTime();
        // Whoever asks now meets connections that are lost, and is answered whatever happens.
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> get(node));
        assertThat(node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(EVALUATION))
                        .statusCode())
                .isEqualTo(200);
        assertThat(node.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(first.join().statusCode()).isIn(200, 503);
        Wait.until(
                "an answer",
                Duration.ofSeconds(2 * REQUESTS_SECONDS + 30),
                () -> node.get(STORED).statusCode() == 200);
        answering.add(Duration.ofNanos(System.nanoTime() - begin));
        Wait.until(
                "progress of the sweep",
                Duration.ofSeconds(3 * SWEEPS_SECONDS + 60),
                () -> province.done(sweep) > done || !province.isRunning(sweep));
        working.add(Duration.ofNanos(System.nanoTime() - begin));
    }

    private static HttpResponse<String> get(ServiceProcess node) {
        try {
            return node.get(STORED);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
