package org.anxin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.it.ServiceProcess;
import org.anxin.local.BenchServer;
import org.anxin.personal.TestKeys;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.StoredRulesets;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long previews take while nobody calls, and what they and a shadow run cost callers:
 * {@code mvn -q package -DskipTests exec:exec@bench-impact}. Callers ask for one person a request, with {@code wrk} over kept
 * connections on loopback, in turns.
 */
public final class ImpactBenchmark {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Path PERSON = Path.of("src/test/resources/org/anxin/bench/person.json");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final int WARM_UPS = 3;
    private static final String JSON = "application/json";
    private static final String DAY = "{\"asOf\": \"2022-04-04\"}";
    private static final String FORTNIGHT = "{\"from\": \"2022-04-04\", \"to\": \"2022-04-17\"}";
    private static final String ALONE = "alone";
    private static final String PREVIEW = "with a preview";
    private static final String SHADOW = "with a shadow run";
    private static final String SCRIPT = """
            local file = io.open("%s", "rb")
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = file:read("*a")
            """;

    private static final Policy EDITED = RuleTexts.shipped()
            .replacing("testing/cadence.drl", "every(3).days()", "every(5).days()")
            .policy();

    private final ServiceProcess service;
    private final Path script;
    private final Rates rates = new Rates();

    private ImpactBenchmark(ServiceProcess service, Path script) {
        this.service = service;
        this.script = script;
    }

    /** @param args rounds, people */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("anxin-bench");
        Path script = Files.writeString(directory.resolve("post.lua"), SCRIPT.formatted(PERSON.toAbsolutePath()));
        try (BenchServer server = BenchServer.start(Path.of("target/bench-data/postgres"))) {
            BenchServer.Database database = server.fresh("bench_impact");
            try (Connection connection = database.connect()) {
                Nation.store(connection, Long.parseLong(args[1]));
            }
            database.execute("vacuum analyze");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setUser(database.user());
            source.setPassword(database.password());
            new StoredRulesets(source).keep(EDITED);
            Map<String, String> environment = Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    database.url(),
                    "QUARKUS_DATASOURCE_USERNAME",
                    database.user(),
                    "QUARKUS_DATASOURCE_PASSWORD",
                    database.password(),
                    "ANXIN_PERSONAL_KEYS",
                    TestKeys.ONE,
                    "ANXIN_SWEEP_CRON",
                    "off");
            try (ServiceProcess service =
                    ServiceProcess.start(directory, environment, "-Xmx256m", "-XX:+UseSerialGC")) {
                new ImpactBenchmark(service, script).measure(Integer.parseInt(args[0]), args[1]);
            }
        }
    }

    private void measure(int rounds, String people) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            load();
            preview(DAY);
            preview(FORTNIGHT);
        }
        for (int i = 0; i < rounds; i++) {
            rates.add("day", preview(DAY) * 1000);
            rates.add("fortnight", preview(FORTNIGHT) * 1000);
        }
        System.out.println(rates.row(people + " people, ms", "fortnight", "day"));
        for (int i = 0; i < rounds; i++) {
            rates.add(ALONE, load());
            loadWithPreview();
            loadWithShadow();
        }
        System.out.println("| | with, median (least, most) | alone | with / alone |\n|---|---|---|---|");
        System.out.println(rates.row("evaluate with a preview", PREVIEW, ALONE));
        System.out.println(rates.row("evaluate with a shadow run", SHADOW, ALONE));
    }

    /** Seconds from the request to the end. */
    private double preview(String body) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String path = ask(body);
        JsonNode run = run(path);
        while (run.get("state").asText().equals("RUNNING")) {
            Thread.sleep(10);
            run = run(path);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!run.get("state").asText().equals("COMPLETED")) {
            throw new IllegalStateException(run.toString());
        }
        System.out.printf(Locale.ROOT, "%s: %.2f s, %s changed%n", body, seconds, run.at("/result/changed"));
        return seconds;
    }

    private String ask(String body) throws IOException, InterruptedException {
        String path = "/api/v1/rulesets/" + EDITED.ruleset().id() + "/impact";
        HttpResponse<String> asked = service.post(path, JSON, HttpRequest.BodyPublishers.ofString(body));
        return asked.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(asked.body()));
    }

    private JsonNode run(String path) throws IOException, InterruptedException {
        return TREES.readTree(service.get(path).body());
    }

    /** The preview has to go on for as long as callers ask. */
    private void loadWithPreview() throws IOException, InterruptedException {
        String path = ask("{\"from\": \"2022-04-04\", \"to\": \"2022-05-04\"}");
        double rate = load();
        JsonNode run = run(path);
        if (!run.get("state").asText().equals("RUNNING")) {
            throw new IllegalStateException("it did not last: " + run.get("progress"));
        }
        System.out.println("under load: " + run.get("progress"));
        rates.add(PREVIEW, rate);
        while (run(path).get("state").asText().equals("RUNNING")) {
            Thread.sleep(100);
        }
    }

    private void loadWithShadow() throws IOException, InterruptedException {
        String path = "/api/v1/rulesets/" + EDITED.ruleset().id() + "/shadow";
        send("PUT", path);
        rates.add(SHADOW, load());
        System.out.println(
                "shadow: " + run(path).get("people") + " skipped " + run(path).get("skipped"));
        send("DELETE", path);
    }

    private void send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** Requests a second. */
    private double load() throws IOException, InterruptedException {
        String address = service.uri("/api/v1/evaluate").toString();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder("wrk", "-t1", "-c16", "-d4s", "-s", script.toString(), address)
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Matcher requests = REQUESTS.matcher(report);
        if (!requests.find() || report.contains("Non-2xx") || report.contains("Socket errors")) {
            throw new IllegalStateException(report);
        }
        return Long.parseLong(requests.group(1)) / seconds;
    }
}
