package org.anxin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anxin.it.ServiceProcess;
import org.anxin.local.BenchServer;
import org.anxin.personal.TestKeys;

/**
 * How the service bears more than it can do: {@code mvn -q package -DskipTests exec:exec@bench-load}. Requests are sent at a
 * fixed rate, a share of what was answered before when as many as could be were sent, then ten times that rate; then a sweep
 * and an import go on beside it. Sender, service and database share the machine.
 */
public final class LoadBenchmark {
    private static final String EVALUATE = "/api/v1/evaluate";
    private static final Path PERSON = Path.of("src/test/resources/org/anxin/bench/person.json");
    static final Duration PHASE = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 2048;
    static final int AT_A_TIME = 32;

    /** Refusing one person costs nearly as much as deciding about him: ten times this is all that can be done. */
    static final double RATED = 0.1;

    /** Ten times this is two and a half times what can be done. */
    private static final double RATED_DOCUMENTS = 0.25;

    private final ServiceProcess service;
    private final AtomicInteger unhealthy = new AtomicInteger();

    private LoadBenchmark(ServiceProcess service) {
        this.service = service;
    }

    /** @param args how many people are registered */
    public static void main(String[] args) throws Exception {
        int people = Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("anxin-bench");
        try (BenchServer server = BenchServer.start(Path.of("target/bench-data/postgres"))) {
            BenchServer.Database database = server.fresh("bench_load");
            try (Connection connection = database.connect()) {
                Nation.store(connection, people);
            }
            database.execute("vacuum analyze");
            try (ServiceProcess service = ServiceProcess.start(directory, environment(database), "-Xmx512m")) {
                LoadBenchmark benchmark = new LoadBenchmark(service);
                benchmark.overload("one person", Files.readString(PERSON), RATED);
                benchmark.overload("100 people", document(100), RATED_DOCUMENTS);
                new LoadBesides(service, people).measure(Files.readString(PERSON));
            }
        }
        IdentityLoad.measure(Files.createTempDirectory("anxin-bench"), Files.readString(PERSON));
    }

    private static Map<String, String> environment(BenchServer.Database database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "ANXIN_PERSONAL_KEYS", TestKeys.ONE,
                "ANXIN_SWEEP_CRON", "off");
    }

    /** The same person so many times, under other ids. */
    private static String document(int people) throws IOException {
        String one = Files.readString(PERSON);
        int begin = one.indexOf('[') + 1;
        String person = one.substring(begin, one.lastIndexOf(']'));
        String id = "\"id\":\"";
        int at = person.indexOf(id) + id.length();
        return IntStream.range(0, people)
                .mapToObj(n -> person.substring(0, at) + n + "-" + person.substring(at))
                .collect(Collectors.joining(",", one.substring(0, begin), one.substring(one.lastIndexOf(']'))));
    }

    /** What {@code POST /api/v1/evaluate} is asked. */
    static OpenLoad load(ServiceProcess service, String headers, String body) throws IOException {
        return new OpenLoad(service.uri(EVALUATE), headers, body, CONNECTIONS);
    }

    private void overload(String what, String body, double share) throws Exception {
        try (OpenLoad load = load(service, "", body)) {
            double capacity = capacity(load);
            double rated = capacity * share;
            System.out.printf(
                    Locale.ROOT,
                    "%n%s a call (%,d bytes): %,.0f/s with %d at a time; rated %,.0f/s%n%s%n",
                    what,
                    body.getBytes(StandardCharsets.UTF_8).length,
                    capacity,
                    AT_A_TIME,
                    rated,
                    Outcome.HEAD);
            load.at(rated, WARM_UP);
            Outcome normal = load.at(rated, PHASE);
            System.out.println(normal.row("rated"));
            Outcome overload = withHealth(() -> load.at(10 * rated, PHASE));
            System.out.println(overload.row("ten times"));
            int seconds = recovery(load, rated, normal);
            System.out.println(load.at(rated, PHASE).row("rated again"));
            System.out.printf(
                    Locale.ROOT,
                    "of the rated %.2f succeeded, p99 %.2f of normal; recovered within %d s; health not 200: %d times%n",
                    overload.rate() / rated,
                    Outcome.millis(overload.succeeding, 99) / Outcome.millis(normal.succeeding, 99),
                    seconds,
                    unhealthy.get());
        }
    }

    /** How many a second are answered when as many are sent, once everything is warm. */
    static double capacity(OpenLoad load) throws IOException {
        load.asFastAsAnswered(AT_A_TIME, WARM_UP);
        load.asFastAsAnswered(AT_A_TIME, WARM_UP);
        Outcome warm = load.asFastAsAnswered(AT_A_TIME, WARM_UP);
        if (warm.lost() > 0) {
            throw new IllegalStateException("not every answer is one");
        }
        return warm.rate();
    }

    /** After how many seconds everything succeeds as before. */
    private static int recovery(OpenLoad load, double rated, Outcome normal) throws IOException {
        for (int second = 1; ; second++) {
            Outcome now = load.at(rated, SECOND);
            boolean as = now.refusing.getTotalCount() == 0
                    && Outcome.millis(now.succeeded, 99) <= 2 * Outcome.millis(normal.succeeded, 99);
            if (as || second == 30) {
                return second;
            }
        }
    }

    private interface Phase {
        Outcome run() throws IOException;
    }

    /** Meanwhile somebody asks for the health, ten times a second. */
    private Outcome withHealth(Phase phase) throws Exception {
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            while (!done.isDone()) {
                try {
                    if (service.get("/q/health/ready").statusCode() != 200) {
                        unhealthy.incrementAndGet();
                    }
                    Thread.sleep(100);
                } catch (IOException | InterruptedException e) {
                    unhealthy.incrementAndGet();
                }
            }
        });
        asking.start();
        try {
            done.complete(phase.run());
            return done.join();
        } finally {
            done.cancel(true);
            asking.join();
        }
    }
}
