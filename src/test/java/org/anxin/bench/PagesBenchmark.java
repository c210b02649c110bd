package org.anxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.it.ServiceProcess;
import org.anxin.local.BenchServer;
import org.anxin.personal.TestKeys;

/**
 * How long pages take: the first one of a service that has just started on the demo district, and each list with a hundred
 * people and with a hundred thousand: {@code mvn -q package -DskipTests exec:exec@bench-pages}. One reader, one page after
 * the other; in the service's own process, from the request to the last byte.
 */
public final class PagesBenchmark {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String DAY = "2022-04-07";
    private static final int WARM_UPS = 10;
    private static final double MILLIS = 1e6;

    /** Of a hundred people, so many cannot be decided, since their category is not declared. */
    private static final String UNDECIDABLE = "update assignments set category = 'PORTER' where person_no % 20 = 0";

    private static final Map<String, String> PAGES = pages();

    private final Map<Integer, Map<String, Double>> found = new TreeMap<>();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("today", "/?day=" + DAY);
        pages.put("today, list of the overdue", "/?day=" + DAY + "&group=overdue");
        pages.put("today, its page 100", "/?day=" + DAY + "&group=overdue&page=100");
        pages.put("markets", "/markets");
        pages.put("market, its lists", "/markets/M-00001?day=" + DAY);
        pages.put("market, everybody on duty, page 50", "/markets/M-00001?day=" + DAY + "&group=on-duty&page=50");
        pages.put("people by id", "/people?q=P-00000");
        pages.put("a person", "/people/P-0000077?day=" + DAY);
        pages.put("sweep with its errors", "/sweeps/" + DAY + ".1");
        pages.put("sweeps", "/sweeps");
        pages.put("rules and versions", "/rules");
        pages.put("what if", "/rules/what-if?rule=FM-3D&person=P-0000077&day=" + DAY + "&n1=5");
        return pages;
    }

    /** @param args rounds, then numbers of people */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        first(rounds);
        PagesBenchmark benchmark = new PagesBenchmark();
        try (BenchServer server = BenchServer.start(Path.of("target/bench-data/postgres"))) {
            for (int i = 1; i < args.length; i++) {
                benchmark.measure(server, Integer.parseInt(args[i]), rounds);
            }
        }
        benchmark.print();
    }

    /** The first page after each start, then the second, with the district and its sweep already stored. */
    private static void first(int rounds) throws Exception {
        Path directory = Files.createTempDirectory("anxin-bench");
        try (ServiceProcess service = ServiceProcess.start(directory, "-Danxin.demo=true", "-Danxin.sweep.cron=off")) {
            sweep(service);
        }
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            try (ServiceProcess service = ServiceProcess.start(directory, "-Danxin.sweep.cron=off")) {
                // What the reader's own side needs to be ready.
                service.get("/q/health/live");
                first[i] = millis(service, "/");
                second[i] = millis(service, "/");
            }
        }
        System.out.println("| demo district, ms | median (least, most) |\n|---|---|");
        System.out.println("| first page after the start | " + shown(first) + " |");
        System.out.println("| second page | " + shown(second) + " |\n");
    }

    private void measure(BenchServer server, int people, int rounds) throws Exception {
        BenchServer.Database database = server.fresh("bench_pages");
        try (Connection connection = database.connect()) {
            Nation.store(connection, people);
        }
        database.execute(UNDECIDABLE);
        database.execute("vacuum analyze");
        Map<String, String> environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "ANXIN_PERSONAL_KEYS", TestKeys.ONE,
                "ANXIN_SWEEP_CRON", "off");
        Path directory = Files.createTempDirectory("anxin-bench");
        try (ServiceProcess service = ServiceProcess.start(directory, environment, "-Xmx512m")) {
            sweep(service);
            for (int i = 0; i < WARM_UPS; i++) {
                for (String page : PAGES.values()) {
                    millis(service, page);
                }
            }
            Map<String, Double> medians = new LinkedHashMap<>();
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                double[] took = new double[rounds * 3];
                for (int i = 0; i < took.length; i++) {
                    took[i] = millis(service, page.getValue());
                }
                medians.put(page.getKey(), median(took));
                System.out.printf(Locale.ROOT, "%,d people, %s: %s ms%n", people, page.getKey(), shown(took));
            }
            found.put(people, medians);
        }
    }

    private void print() {
        System.out.print("\n| page, ms, median |");
        found.keySet().forEach(people -> System.out.printf(Locale.ROOT, " %,d people |", people));
        System.out.println("\n|---|" + "---|".repeat(found.size()));
        for (String page : PAGES.keySet()) {
            System.out.print("| " + page + " |");
            found.values().forEach(medians -> System.out.printf(Locale.ROOT, " %.0f |", medians.get(page)));
            System.out.println();
        }
    }

    private static void sweep(ServiceProcess service) throws IOException, InterruptedException {
        HttpResponse<String> asked = service.post(
                "/api/v1/sweeps",
                "application/json",
                HttpRequest.BodyPublishers.ofString("{\"asOf\": \"" + DAY + "\"}"));
        String path = asked.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(asked.body()));
        JsonNode run = TREES.readTree(service.get(path).body());
        while (run.get("state").asText().equals("RUNNING")) {
            Thread.sleep(20);
            run = TREES.readTree(service.get(path).body());
        }
        if (!run.get("state").asText().startsWith("COMPLETED")) {
            throw new IllegalStateException(run.toString());
        }
    }

    private static double millis(ServiceProcess service, String page) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = service.get(page);
        double took = (System.nanoTime() - begin) / MILLIS;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + ": " + answer.statusCode());
        }
        return took;
    }

    private static double median(double[] took) {
        double[] sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String shown(double[] took) {
        double[] sorted = took.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.0f (%.0f, %.0f)", median(sorted), sorted[0], sorted[sorted.length - 1]);
    }
}
