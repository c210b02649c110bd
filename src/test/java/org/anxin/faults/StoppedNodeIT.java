package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** {@code SIGTERM} while a node is asked all the time by callers who look whether it is ready, and sweeps. */
class StoppedNodeIT {
    private static final int STOPS = Scale.of(1, 10);
    private static final int BEFORE_STOP = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String JSON = "application/json";

    private static final String PERSON = """
            {"asOf": "2022-03-12", "personnel": [{"id": "%s", "assignments": [{"market": {"id": "M-01", "type": "FARMERS"},
              "category": "STAFF", "from": "2022-01-01"}], "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean ready;

    /** One request. */
    private interface Asking {
        HttpResponse<String> of(ServiceProcess node) throws IOException, InterruptedException;
    }

    @Test
    void everyRequestIsAnsweredAndTheSweepStopsBetweenTwoShards() throws Exception {
        List<Duration> stopped = new ArrayList<>();
        try (Province province = new Province()) {
            String sweep = null;
            for (int stop = 0; stop < STOPS; stop++) {
                ServiceProcess node = province.start("node", "-Dquarkus.shutdown.delay=2s");
                sweep = sweep == null ? Undisturbed.request(province, node, 0) : sweep;
                stopped.add(stopUnderLoad(node, province));
                assertThat(province.number("select count(*) from sweep_shards where failures > 0"))
                        .isZero();
            }
            ServiceProcess node = province.start("last");
            assertThat(new Sweeping(node).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
            Undisturbed.assertSame(province, node, 1);
            assertThat(province.column("select unnest(subjects) from decision_log where kind = 'EVALUATE'"))
                    .containsAll(logged);
        }
        Figures.tell(
                "SIGTERM under load",
                STOPS + " times; " + answered + " requests, each answered 200; " + logged.size()
                        + " logged ones in the log; ended after " + Figures.spread(stopped));
    }

    private Duration stopUnderLoad(ServiceProcess node, Province province) throws Exception {
        ready = true;
        int before = answered.get();
        ExecutorService callers = Executors.newCachedThreadPool();
        List<Future<List<String>>> wrong = new ArrayList<>();
        for (Asking asking :
                List.<Asking>of(this::evaluate, this::evaluate, this::evaluateLogged, this::list, this::large)) {
            wrong.add(callers.submit(() -> ask(node, asking)));
        }
        Future<?> balancer = callers.submit((Callable<Void>) () -> watch(node));
        try {
            Wait.until("requests", PATIENCE, () -> answered.get() > before + BEFORE_STOP);
            Wait.until("shards", PATIENCE, () -> province.number("select count(*) from sweep_shards") > 0);
            long begin = System.nanoTime();
            node.terminate();
            node.exitCode();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            balancer.get();
            for (Future<List<String>> one : wrong) {
                assertThat(one.get()).isEmpty();
            }
            return took;
        } finally {
            ready = false;
            callers.shutdownNow();
        }
    }

    /** What sends requests to nodes looks now and then whether they are ready. */
    private Void watch(ServiceProcess node) throws IOException, InterruptedException {
        while (ready) {
            ready = node.get("/q/health/ready").statusCode() == 200;
            Thread.sleep(50);
        }
        return null;
    }

    /** Asks as long as the node is ready; what was wrong with answers. */
    private List<String> ask(ServiceProcess node, Asking asking) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        while (ready) {
            try {
                HttpResponse<String> answer = asking.of(node);
                if (answer.statusCode() != 200) {
                    wrong.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                wrong.add(e.toString());
            }
            answered.incrementAndGet();
        }
        return wrong;
    }

    private HttpResponse<String> evaluate(ServiceProcess node) throws IOException, InterruptedException {
        return post(node, "/api/v1/evaluate", PERSON.formatted("P-1"));
    }

    private HttpResponse<String> evaluateLogged(ServiceProcess node) throws IOException, InterruptedException {
        String id = "L-" + number.incrementAndGet();
        HttpResponse<String> answer = post(node, "/api/v1/evaluate?log=true", PERSON.formatted(id));
        if (answer.statusCode() == 200) {
            logged.add(id);
        }
        return answer;
    }

    /** A document that is decided on a worker. */
    private HttpResponse<String> large(ServiceProcess node) throws IOException, InterruptedException {
        return post(node, "/api/v1/evaluate", PERSON.formatted("P-1") + " ".repeat(2_000_000));
    }

    private HttpResponse<String> list(ServiceProcess node) throws IOException, InterruptedException {
        return node.get("/api/v1/people?limit=100");
    }

    private static HttpResponse<String> post(ServiceProcess node, String path, String body)
            throws IOException, InterruptedException {
        return node.post(path, JSON, BodyPublishers.ofString(body));
    }
}
