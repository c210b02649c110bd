package org.anxin.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit in the rule directory goes live by itself; a bad one does not, and is shown. */
@QuarkusTest
@TestProfile(OwnDirectory.class)
class RuleDirectoryTest {
    private static final Path RULES = OwnDirectory.PATH;
    private static final String CADENCE = "testing/cadence.drl";
    private static final String PERSON = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}],
              "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    @TestHTTPResource("/api/v1/evaluate")
    URI evaluate;

    @BeforeEach
    void shippedRules() throws IOException {
        save(CADENCE, RuleTexts.shipped().texts().get(CADENCE));
        await(state -> state.getBoolean("live") && state.getList("mistakes").isEmpty());
    }

    private static void save(String file, String text) throws IOException {
        Files.writeString(RULES.resolve("rules").resolve(file), text);
    }

    private static String edited(String cadence) {
        return RuleTexts.shipped().texts().get(CADENCE).replace("every(3).days()", cadence);
    }

    private static JsonPath state() {
        return given().get("/api/v1/rulesets/directory")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath await(Predicate<JsonPath> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonPath state = state();
        while (!wanted.test(state) && System.nanoTime() < end) {
            sleep(20);
            state = state();
        }
        assertThat(wanted.test(state)).as(state.prettify()).isTrue();
        return state;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dueOn() {
        return given().contentType("application/json")
                .body(PERSON)
                .post("/api/v1/evaluate")
                .then()
                .statusCode(200)
                .extract()
                .path("personnel[0].dueOn");
    }

    @Test
    void aMissingDirectoryIsFilledWithTheShippedRules() {
        assertThat(RULES.resolve("rules").resolve("words.yaml")).exists();
        assertThat(dueOn()).isEqualTo("2022-03-13");
    }

    @Test
    void aGoodEditGoesLive() throws IOException {
        String before = state().getString("ruleset");
        save(CADENCE, edited("every(5).days()"));
        JsonPath state = await(now -> !now.getString("ruleset").equals(before));
        assertThat(state.getBoolean("live")).isTrue();
        assertThat(dueOn()).isEqualTo("2022-03-15");
        assertThat(state.getList("mistakes.code")).contains("CASE_FAILED").doesNotContain("UNEXPECTED");
    }

    @Test
    void aBadEditLeavesTheActiveVersionServingAndIsShown() throws IOException {
        String before = state().getString("ruleset");
        save(CADENCE, edited("every(three).days()"));
        JsonPath state = await(now -> !now.getBoolean("live"));
        assertThat(state.getString("ruleset")).isEqualTo(before);
        assertThat(dueOn()).isEqualTo("2022-03-13");
        Map<String, Object> mistake = state.getMap("mistakes[0]");
        assertThat(mistake)
                .containsEntry("file", CADENCE)
                .containsEntry("line", 13)
                .containsEntry("severity", "ERROR")
                .containsKeys("column", "code", "message", "remedy");
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'rules' }.data.mistakes", equalTo(1));
    }

    @Test
    void filesSavedOneAfterTheOtherAreOneEdit() throws IOException {
        // Between the two saves the directory is broken: a word is used before it is declared.
        String words = RuleTexts.shipped().texts().get("words.yaml");
        save(CADENCE, edited("every(4).days()").replace("\"INDIRECT_CONTACT\"", "\"COURIER\""));
        sleep(100);
        save("words.yaml", words.replace("category:\n", "category:\n  - {code: COURIER, zh: 快递员, en: courier}\n"));
        JsonPath state = await(now -> dueOn().equals("2022-03-14"));
        assertThat(state.getBoolean("live")).isTrue();
        save("words.yaml", words);
    }

    @Test
    void noRequestFailsOrMixesVersionsWhileEditsGoLive() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counts.add(clients.submit(() -> askUntil(done, seen)));
        }
        for (int n = 4; n <= 8; n++) {
            String wanted = "2022-03-" + (10 + n);
            save(CADENCE, edited("every(" + n + ").days()"));
            await(now -> dueOn().equals(wanted));
        }
        done.set(true);
        int asked = 0;
        for (Future<Integer> count : counts) {
            asked += count.get(30, TimeUnit.SECONDS);
        }
        clients.shutdown();
        assertThat(asked).isGreaterThan(100);
        // Each ruleset id stands for exactly one answer: nothing was decided by one version and signed by another.
        assertThat(seen)
                .extracting(pair -> pair.substring(0, pair.indexOf(' ')))
                .doesNotHaveDuplicates();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
    }

    /** Asks over and over; collects each distinct "ruleset dueOn". Fails on any answer but 200. */
    private int askUntil(AtomicBoolean done, Queue<String> seen) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(evaluate)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(PERSON))
                .build();
        int asked = 0;
        while (!done.get()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonPath body = new JsonPath(answer.body());
            assertThat(answer.headers().firstValue("Anxin-Ruleset")).contains(body.getString("ruleset"));
            String pair = body.getString("ruleset") + " " + body.getString("personnel[0].dueOn");
            synchronized (seen) {
                if (!seen.contains(pair)) {
                    seen.add(pair);
                }
            }
            asked++;
        }
        return asked;
    }
}
