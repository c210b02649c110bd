package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.anxin.it.ServiceProcess;
import org.anxin.local.TestCluster;
import org.junit.jupiter.api.Test;

/** {@code pg_ctl stop -m immediate} and a start, during a sweep and during an import. */
class LostDatabaseIT {
    private static final int LOSSES = Scale.of(1, 10);
    private static final int ROWS = Scale.of(60_000, 400_000);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(10);
    private static final String STORED = "/api/v1/people/P-0000001";
    private static final String EVALUATION = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}],
              "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestCluster server = TestCluster.shared();
    private final List<Duration> answering = new ArrayList<>();
    private final List<Duration> working = new ArrayList<>();

    @Test
    void aSweepGoesOnByItselfWhenTheDatabaseIsBack() throws Exception {
        System.out.println("LostDatabaseIT: -Danxin.faults.seed=" + seed);
        long longest = Undisturbed.firstRun().toMillis();
        int met = 0;
        int run = 0;
        try (Province province = new Province()) {
            ServiceProcess node = province.start("node");
            while (met < LOSSES) {
                assertThat(run).as("runs that no loss met").isLessThan(LOSSES + 10);
                String sweep = Undisturbed.request(province, node, run++);
                Thread.sleep((long) (random.nextDouble() * longest / 2));
                lose(node);
                boolean meets = province.isRunning(sweep);
                long done = province.done(sweep);
                long back = System.nanoTime();
                assertAnswersAgain(node);
                if (meets) {
                    met++;
                    Wait.until(
                            "progress of sweep " + sweep,
                            RECOVERED_WITHIN,
                            () -> province.done(sweep) > done || !province.isRunning(sweep));
                    working.add(Duration.ofNanos(System.nanoTime() - back));
                }
                assertThat(new Sweeping(node).ended(sweep).path("state").asText())
                        .isEqualTo("COMPLETED");
            }
            Undisturbed.assertSame(province, node, run);
            Figures.tell(
                    "database lost during a sweep",
                    met + " times in " + run + " runs; stored resources answer after " + Figures.spread(answering)
                            + "; the sweep goes on after " + Figures.spread(working));
        }
    }

    @Test
    void anImportLeavesAllOfItsRowsOrNoneAndSendingItAgainFinishesTheJob() throws Exception {
        String file = samples();
        List<String> outcomes = new ArrayList<>();
        try (Province province = new Province()) {
            ServiceProcess node = province.start("node");
            province.execute("delete from samples where laboratory is not null");
            long before = province.number("select count(*) from samples");
            long took = timed(node, file).toMillis();
            province.execute("delete from samples where laboratory is not null");
            for (int i = 0; i < LOSSES; i++) {
                CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> send(node, file));
                Thread.sleep((long) (random.nextDouble() * took));
                lose(node);
                assertAnswersAgain(node);
                int status = answer.join().statusCode();
                long stored = province.number("select count(*) from samples where laboratory is not null");
                assertThat(status).isIn(200, 503);
                assertThat(stored).isIn(0L, (long) ROWS);
                if (status == 200) {
                    assertThat(stored).isEqualTo(ROWS);
                }
                outcomes.add(status + (stored == 0 ? " none" : " all"));
                JsonNode again = new ObjectMapper().readTree(send(node, file).body());
                assertThat(again.path("accepted").asLong()
                                + again.path("unchanged").asLong())
                        .isEqualTo(ROWS);
                assertThat(again.path("accepted").asLong()).isEqualTo(ROWS - stored);
                assertThat(province.number("select count(*) from samples")).isEqualTo(before + ROWS);
                province.execute("delete from samples where laboratory is not null");
            }
            Figures.tell(
                    "database lost during an import",
                    LOSSES + " times, " + ROWS + " rows, undisturbed " + took / 1e3 + " s: answers and rows stored "
                            + outcomes + "; stored resources answer after " + Figures.spread(answering));
        }
    }

    /** Crashes the server, sees how the service bears it, and starts the server again. */
    private void lose(ServiceProcess node) throws Exception {
        server.crash();
        try {
            HttpResponse<String> refused = node.get(STORED);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(EVALUATION))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            server.start();
        }
    }

    private void assertAnswersAgain(ServiceProcess node) throws Exception {
        answering.add(
                Wait.until("an answer", RECOVERED_WITHIN, () -> node.get(STORED).statusCode() == 200));
    }

    private static Duration timed(ServiceProcess node, String file) {
        long begin = System.nanoTime();
        assertThat(send(node, file).statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static HttpResponse<String> send(ServiceProcess node, String file) {
        try {
            return node.post("/api/v1/imports/samples", "text/csv", BodyPublishers.ofString(file));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of days on which nobody in the province was sampled. */
    private static String samples() {
        StringBuilder file = new StringBuilder("person_id,taken_at,result,laboratory\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("P-%07d,2022-02-%02d,NEGATIVE,L\n".formatted(1 + i / 20 % Scale.people(), 1 + i % 20));
        }
        return file.toString();
    }
}
