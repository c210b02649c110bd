package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One version of the rules after the other comes into force on two nodes that are asked all the time. */
class ActivationsIT {
    private static final int ACTIVATIONS = Scale.of(10, 500);

    /** More than a node keeps compiled. */
    private static final int VERSIONS = Scale.of(3, 8);

    private static final int WARM_UP = Scale.of(3, 100);
    private static final int EDITS = Scale.of(2, 20);

    private static final int ASKING = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String JSON = "application/json";
    private static final String CADENCE = "testing/cadence.drl";
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Province PROVINCE = new Province();
    private static final String PERSON = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}],
              "samples": [{"takenAt": "2022-03-10", "result": "NEGATIVE"}]}]}""";

    private static List<ServiceProcess> nodes = List.of();

    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder answered = new LongAdder();

    /** How long it took until the node that was asked decided by the version. */
    private final List<Duration> here = new ArrayList<>();

    /** How long it took after that until the other node did. */
    private final List<Duration> there = new ArrayList<>();

    /** The title that answers of a version give to the rule, by the id of the version. */
    private final Map<String, String> titles = new TreeMap<>();

    @TempDir
    Path directory;

    @BeforeAll
    static void startTwo() throws Exception {
        nodes = PROVINCE.startTwo();
    }

    @AfterAll
    static void close() {
        PROVINCE.close();
    }

    @Test
    void noRequestFailsAndEveryAnswerIsOfOneVersion() throws Exception {
        List<String> ids = versions();
        underLoad(() -> activate(ids, WARM_UP));
        Memory before = Memory.of(nodes.get(0));
        Memory beforeThere = Memory.of(nodes.get(1));
        here.clear();
        there.clear();
        underLoad(() -> activate(ids, ACTIVATIONS));
        Figures.tell(
                ACTIVATIONS + " activations, " + VERSIONS + " versions, " + answered.sum() + " requests answered",
                "in force here after " + Figures.spread(here) + ", on the other node " + Figures.spread(there)
                        + " later; this node " + Memory.of(nodes.get(0)).since(before) + ", the other "
                        + Memory.of(nodes.get(1)).since(beforeThere));
    }

    /** What is done while both nodes are asked. */
    private interface Work {
        void run() throws Exception;
    }

    private void underLoad(Work work) throws Exception {
        over.set(false);
        ExecutorService asking = Executors.newFixedThreadPool(ASKING);
        try {
            List<Future<List<String>>> wrong = new ArrayList<>();
            for (int i = 0; i < ASKING; i++) {
                ServiceProcess node = nodes.get(i % nodes.size());
                wrong.add(asking.submit(() -> ask(node)));
            }
            work.run();
            over.set(true);
            for (Future<List<String>> one : wrong) {
                assertThat(one.get()).isEmpty();
            }
        } finally {
            over.set(true);
            asking.shutdown();
        }
    }

    private void activate(List<String> ids, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            String id = ids.get(i % ids.size());
            long begin = System.nanoTime();
            activate(id);
            here.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(deciding(nodes.get(0))).isEqualTo(id);
            if (i % 5 == 0) {
                there.add(Wait.until(
                        "the other node follows",
                        PATIENCE,
                        () -> deciding(nodes.get(1)).equals(id)));
            }
        }
    }

    @Test
    void aSavedFileDecidesSoon() throws Exception {
        List<Duration> took = new ArrayList<>();
        try (ServiceProcess alone = ServiceProcess.start(directory, "-Danxin.sweep.cron=off")) {
            Path file = directory.resolve("anxin-data/rules").resolve(CADENCE);
            String shipped = Files.readString(file);
            for (int i = 0; i < EDITS; i++) {
                String title = "第" + i + "次";
                Files.writeString(file, retitled(shipped, title));
                took.add(Wait.until(
                        "the edit decides",
                        PATIENCE,
                        () -> titleOf(evaluated(alone)).equals(title)));
            }
        }
        Figures.tell("a saved rule file decides", Figures.spread(took));
    }

    /** Approved versions that differ in the title of one rule, which the answers show. */
    private List<String> versions() throws Exception {
        String directory = "/api/v1/rulesets/" + deciding(nodes.get(0));
        String text = get(directory + "/files").at("/files").get(CADENCE).asText();
        titles.put(deciding(nodes.get(0)), titleOf(evaluated(nodes.get(0))));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            String title = "第" + i + "版";
            String files = TREES.writeValueAsString(Map.of(CADENCE, retitled(text, title)));
            String id = post(
                            "/api/v1/rulesets",
                            "{\"base\": \"1\", \"reason\": \"test\", \"files\": " + files + "}",
                            201)
                    .at("/ruleset/id")
                    .asText();
            post("/api/v1/rulesets/" + id + "/approval", "{\"id\": \"" + id + "\", \"reason\": \"test\"}", 200);
            titles.put(id, title);
            ids.add(id);
        }
        return ids;
    }

    private static String retitled(String text, String title) {
        return text.replaceFirst("@title\\(\"[^\"]*\"\\)", "@title(\"" + title + "\")");
    }

    private static void activate(String id) throws Exception {
        post("/api/v1/rulesets/" + id + "/activation", "{\"reason\": \"test\"}", 200);
    }

    private static String deciding(ServiceProcess node) throws Exception {
        return TREES.readTree(node.get("/api/v1/rulesets/directory").body())
                .get("ruleset")
                .asText();
    }

    private static JsonNode get(String path) throws Exception {
        return TREES.readTree(nodes.get(0).get(path).body());
    }

    private static JsonNode post(String path, String body, int status) throws Exception {
        HttpResponse<String> answer = nodes.get(0).post(path, JSON, BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TREES.readTree(answer.body());
    }

    /** Asks until all activations are over; what was wrong with answers, the first few. */
    private List<String> ask(ServiceProcess node) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        while (!over.get() && wrong.size() < 10) {
            HttpResponse<String> answer = node.post("/api/v1/evaluate", JSON, BodyPublishers.ofString(PERSON));
            if (answer.statusCode() != 200 || isMixed(answer)) {
                wrong.add(answer.statusCode() + " " + answer.body());
            }
            answered.increment();
        }
        return wrong;
    }

    private boolean isMixed(HttpResponse<String> answer) throws IOException {
        JsonNode document = TREES.readTree(answer.body());
        String ruleset = document.get("ruleset").asText();
        return !ruleset.equals(answer.headers().firstValue("Anxin-Ruleset").orElse(""))
                || !titleOf(document).equals(titles.get(ruleset));
    }

    private static JsonNode evaluated(ServiceProcess node) throws IOException, InterruptedException {
        return TREES.readTree(node.post("/api/v1/evaluate", JSON, BodyPublishers.ofString(PERSON))
                .body());
    }

    private static String titleOf(JsonNode answer) {
        return answer.at("/personnel/0/obligations/0/title/zh").asText();
    }
}
