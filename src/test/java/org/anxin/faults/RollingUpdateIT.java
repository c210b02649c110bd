package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/**
 * One node takes the place of another, as the manifests have it: the new one is ready, then the old one gets SIGTERM. Callers
 * are sent to whoever is ready, by a balancer that looks as often as one does.
 */
class RollingUpdateIT {
    private static final int UPDATES = Scale.of(1, 6);
    private static final int CALLERS = 3;
    private static final int TERMINATED = 143;

    /** So long a node goes on after SIGTERM: many times what the balancer needs to notice, on a busy machine too. */
    private static final String DELAY = "-Dquarkus.shutdown.delay=5s";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String PERSON = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1", "assignments": [{"market": {"id": "M-01", "type": "FARMERS"},
              "category": "STAFF", "from": "2022-01-01"}], "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    private final List<ServiceProcess> all = new CopyOnWriteArrayList<>();
    private final List<ServiceProcess> ready = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder answered = new LongAdder();

    @Test
    void noRequestFailsWhileNodesTakeEachOthersPlace() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1);
        try (Province province = new Province()) {
            ServiceProcess old = join(province, 0);
            threads.submit(this::look);
            awaitReady(old);
            List<Future<List<String>>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(this::call));
            }
            for (int update = 1; update <= UPDATES; update++) {
                old = update(province, old, update);
            }
            over.set(true);
            for (Future<List<String>> caller : callers) {
                assertThat(caller.get()).as("what failed").isEmpty();
            }
            Figures.tell("rolling update", UPDATES + " updates, " + answered.sum() + " requests, none failed");
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private ServiceProcess update(Province province, ServiceProcess old, int update) throws Exception {
        ServiceProcess fresh = join(province, update);
        awaitReady(fresh);
        long before = answered.sum();
        old.terminate();
        assertThat(old.exitCode()).isEqualTo(TERMINATED);
        all.remove(old);
        long since = answered.sum();
        assertThat(since).as("requests answered meanwhile").isGreaterThan(before);
        Wait.until("more requests", PATIENCE, () -> answered.sum() > since + CALLERS);
        return fresh;
    }

    private ServiceProcess join(Province province, int no) throws Exception {
        ServiceProcess node = province.start("node-" + no, DELAY);
        all.add(node);
        return node;
    }

    private void awaitReady(ServiceProcess node) throws Exception {
        Wait.until("a node is ready", PATIENCE, () -> ready.contains(node));
    }

    /** What the balancer does. */
    private void look() {
        while (!over.get()) {
            for (ServiceProcess node : all) {
                if (!isReady(node)) {
                    ready.remove(node);
                } else if (!ready.contains(node)) {
                    ready.add(node);
                }
            }
            pause();
        }
    }

    private static boolean isReady(ServiceProcess node) {
        try {
            return node.get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks one after the other until all is over; what failed, the first few. */
    private List<String> call() throws InterruptedException {
        List<String> failed = new ArrayList<>();
        for (int no = 0; !over.get() && failed.size() < 10; no++) {
            List<ServiceProcess> now = List.copyOf(ready);
            if (now.isEmpty()) {
                failed.add("no node is ready");
                continue;
            }
            ServiceProcess node = now.get(ThreadLocalRandom.current().nextInt(now.size()));
            try {
                HttpResponse<String> answer = no % 2 == 0
                        ? node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(PERSON))
                        : node.get("/api/v1/markets");
                if (answer.statusCode() != 200) {
                    failed.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failed.add(e.toString());
            }
            answered.increment();
        }
        return failed;
    }
}
