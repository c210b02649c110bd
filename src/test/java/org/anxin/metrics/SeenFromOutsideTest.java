package org.anxin.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the service tells those who watch over it: meters, traces, health, request ids, and JSON lines. */
@QuarkusTest
@TestProfile(SeenFromOutsideTest.Watched.class)
class SeenFromOutsideTest {
    private static final Path LOG = Path.of("target/test-data/watched.log");
    private static final Path DOCS = Path.of("docs/operations");
    private static final Pattern NAME =
            Pattern.compile("(?m)\\b(?:anxin|http|agroal|jvm|process)_[a-z_]+[a-z](?=[{ \\[)`,\"]|$)");
    private static final String PERSON = """
            {"asOf": "2022-04-07", "personnel": [{"id": "P-1", "assignments": [{"market": {"id": "M-1", "type": "FARMERS"},
             "category": "STAFF", "from": "2022-01-01"}], "samples": []}], "batches": [{"id": "B-1"}]}""";

    /** What came to the collector of traces, as text. */
    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();

    @Inject
    SweepMeters sweepMeters;

    public static final class Watched implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled",
                    "false",
                    "quarkus.datasource.jdbc.telemetry.enabled",
                    "true",
                    "quarkus.otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "quarkus.otel.exporter.otlp.endpoint",
                    collector(),
                    "quarkus.otel.bsp.schedule.delay",
                    "100ms",
                    "quarkus.log.file.enabled",
                    "true",
                    "quarkus.log.file.path",
                    LOG.toString(),
                    "quarkus.log.file.json.enabled",
                    "true",
                    "quarkus.http.access-log.enabled",
                    "true");
        }
    }

    /** A collector of traces, as it is asked by OTLP over HTTP. */
    private static String collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
                try (InputStream body =
                        zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                    RECEIVED.add(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String evaluated() {
        return given().contentType("application/json")
                .body(PERSON)
                .post("/api/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .header("X-Request-Id");
    }

    /** As Prometheus asks for it. */
    private static String scraped() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static double meter(String line) {
        Matcher found = Pattern.compile("(?m)^" + line + " (\\S+)$").matcher(scraped());
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    @Test
    void decisionsAndTheRulesBehindThemAreCounted() {
        evaluated();
        double people = meter("anxin_decisions_total\\{status=\"OVERDUE\",subject=\"person\",?\\}");
        double batches = meter("anxin_decisions_total\\{status=\"REJECT\",subject=\"batch\",?\\}");
        double rule = meter("anxin_rule_firings_total\\{rule=\"FM-3D\",?\\}");
        evaluated();
        assertThat(meter("anxin_decisions_total\\{status=\"OVERDUE\",subject=\"person\",?\\}"))
                .isEqualTo(people + 1);
        assertThat(meter("anxin_decisions_total\\{status=\"REJECT\",subject=\"batch\",?\\}"))
                .isEqualTo(batches + 1);
        assertThat(meter("anxin_rule_firings_total\\{rule=\"FM-3D\",?\\}")).isEqualTo(rule + 1);
    }

    @Test
    void theRulesetOfTheNodeIsTold() {
        Awaitility.await()
                .until(() -> meter("anxin_ruleset_info\\{ruleset=\"sha256:[0-9a-f]{64}\",version=\"1\",?\\}") == 1);
    }

    /** Names of meters in a text: what stands before a bracket, a blank or the end, and begins as ours and the JVM's do. */
    private static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    @Test
    void alertsAndDashboardAskForMetersThatThereAre() throws IOException {
        evaluated();
        Set<String> real = named(scraped());
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            Set<String> asked = named(Files.readString(DOCS.resolve(file)));
            assertThat(asked).as(file).hasSizeGreaterThan(5);
            assertThat(real).as(file).containsAll(asked);
        }
    }

    @Test
    void theListInTheDocsIsWhatThereIs() throws IOException {
        evaluated();
        Set<String> ours = named(scraped());
        ours.removeIf(name -> !name.startsWith("anxin_"));
        assertThat(named(Files.readString(DOCS.resolve("metrics.md"))))
                .filteredOn(name -> name.startsWith("anxin_"))
                .containsExactlyElementsOf(ours);
    }

    @Test
    void healthTellsDatabaseRulesAndSweeps() {
        sweepMeters.look();
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("rules"))
                .body("checks.name", hasItem("sweeps"))
                .body("checks.find { it.name == 'sweeps' }.data.daysBehind", equalTo(0));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200).body("checks.name", hasItem("rules"));
    }

    @Test
    void requestsKeepPlainNamesAndGetOneOtherwise() {
        given().header("X-Request-Id", "gate-7.3_a")
                .get("/api/v1/markets")
                .then()
                .header("X-Request-Id", "gate-7.3_a");
        given().header("X-Request-Id", "a b\"}")
                .get("/api/v1/markets")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void linesOfTheLogAreJsonAndBearTheirRequest() {
        given().header("X-Request-Id", "logged-1").get("/api/v1/markets").then().statusCode(200);
        Awaitility.await()
                .until(() -> Files.readAllLines(LOG).stream()
                        .anyMatch(line ->
                                line.contains("GET /api/v1/markets") && line.contains("\"requestId\":\"logged-1\"")));
    }

    @Test
    void tracesGoToTheCollectorWithTheirStatements() {
        given().get("/api/v1/markets").then().statusCode(200);
        Awaitility.await()
                .until(() -> RECEIVED.stream().anyMatch(text -> text.contains("/api/v1/markets"))
                        && RECEIVED.stream().anyMatch(text -> text.contains("select")));
    }
}
