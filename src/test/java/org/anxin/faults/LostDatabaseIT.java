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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code pg_ctl stop -m immediate} and a start, during a sweep and during an import. */
class LostDatabaseIT {
    private static final int LOSSES = Scale.of(1, 5);
    private static final int ROWS = Scale.of(60_000, 400_000);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);
    private static final String STORED = "/api/v1/people/P-0000001";
    private static final String REMOVE = "delete from samples where laboratory is not null";
    private static final String EVALUATION = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}],
              "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    private static final Province PROVINCE = new Province();
    private static ServiceProcess node;

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestCluster server = TestCluster.shared();
    private final List<Duration> answering = new ArrayList<>();
    private final List<Duration> working = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        node = PROVINCE.start("node");
    }

    @AfterAll
    static void close() {
        PROVINCE.close();
    }

    @Test
    void aSweepGoesOnByItselfWhenTheDatabaseIsBack() throws Exception {
        System.out.println("LostDatabaseIT: -Danxin.faults.seed=" + seed);
        long longest = Undisturbed.firstRun().toMillis();
        int met = 0;
        int run = 0;
        while (met < LOSSES) {
            assertThat(run).as("runs that no loss met").isLessThan(LOSSES + 100);
            String sweep = Undisturbed.request(PROVINCE, node, run++);
            Thread.sleep((long) (random.nextDouble() * longest / 2));
            met += loseDuring(sweep) ? 1 : 0;
            assertThat(new Sweeping(node).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
        }
        Undisturbed.assertSame(PROVINCE, node, run);
        Figures.tell(
                "database lost during a sweep",
                met + " times in " + run + " runs; stored resources answer after " + Figures.spread(answering)
                        + "; the sweep goes on after " + Figures.spread(working));
    }

    /** Whether the run was still going on. */
    private boolean loseDuring(String sweep) throws Exception {
        lose();
        long back = System.nanoTime();
        if (!PROVINCE.isRunning(sweep)) {
            return false;
        }
        long done = PROVINCE.done(sweep);
        assertAnswersAgain();
        Wait.until(
                "progress of sweep " + sweep,
                RECOVERED_WITHIN,
                () -> PROVINCE.done(sweep) > done || !PROVINCE.isRunning(sweep));
        working.add(Duration.ofNanos(System.nanoTime() - back));
        return true;
    }

    @Test
    void anImportLeavesAllOfItsRowsOrNoneAndSendingItAgainFinishesTheJob() throws Exception {
        String file = samples();
        long before = PROVINCE.number("select count(*) from samples");
        long begin = System.nanoTime();
        assertThat(send(file).statusCode()).isEqualTo(200);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < LOSSES; i++) {
            PROVINCE.execute(REMOVE);
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> send(file));
            Thread.sleep((long) (random.nextDouble() * took.toMillis()));
            lose();
            assertAnswersAgain();
            outcomes.add(assertAllOrNone(answer.join().statusCode(), file));
            assertThat(PROVINCE.number("select count(*) from samples")).isEqualTo(before + ROWS);
        }
        PROVINCE.execute(REMOVE);
        Figures.tell(
                "database lost during an import",
                LOSSES + " times, " + ROWS + " rows, undisturbed " + Figures.seconds(took)
                        + ": answers and rows stored " + outcomes + "; stored resources answer after "
                        + Figures.spread(answering));
    }

    /** Sends the file again and returns what had become of it before. */
    private static String assertAllOrNone(int status, String file) throws Exception {
        long stored = PROVINCE.number("select count(*) from samples where laboratory is not null");
        assertThat(status).isIn(200, 503);
        assertThat(stored).isIn(0L, (long) ROWS);
        if (status == 200) {
            assertThat(stored).isEqualTo(ROWS);
        }
        JsonNode again = new ObjectMapper().readTree(send(file).body());
        assertThat(again.path("accepted").asLong()).isEqualTo(ROWS - stored);
        assertThat(again.path("unchanged").asLong()).isEqualTo(stored);
        return status + (stored == 0 ? " none" : " all");
    }

    /** Crashes the server, sees how the service bears it, and starts the server again. */
    private void lose() throws Exception {
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

    private void assertAnswersAgain() throws Exception {
        answering.add(
                Wait.until("an answer", RECOVERED_WITHIN, () -> node.get(STORED).statusCode() == 200));
    }

    private static HttpResponse<String> send(String file) {
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
