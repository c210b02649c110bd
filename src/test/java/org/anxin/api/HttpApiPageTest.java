package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.json.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for developers name every problem and every error there is, and show answers that the service gives. */
@QuarkusTest
class HttpApiPageTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NDJSON = Pattern.compile("```ndjson\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource("/api/v1/evaluate")
    URI evaluate;

    private static String page(String name) throws IOException {
        return Files.readString(Path.of("docs", name));
    }

    private static List<String> blocks(Pattern kind, String page) {
        return kind.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-api.md", "http-api.zh.md"})
    void everyErrorCodeIsOnThePage(String name) throws IOException {
        String page = page(name);
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(page).contains("| `" + code + "` |");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-api.md", "http-api.zh.md"})
    void everyProblemIsOnThePageWithItsStatus(String name) throws IOException {
        String page = page(name);
        for (ProblemType type : ProblemType.values()) {
            String status = type == ProblemType.OTHER ? "4xx" : Integer.toString(type.status());
            assertThat(page).contains("| " + status + " | `" + type.path() + "` |");
        }
        assertThat(page).contains("| 421 | `/problems/misdirected-request` |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-api.md", "http-api.zh.md"})
    void theDocumentOnThePageIsAnsweredAsThePageSays(String name) throws IOException {
        List<String> blocks = blocks(JSON, page(name));
        JsonNode answer =
                TREES.readTree(Http.post(evaluate, Http.JSON, blocks.get(0)).body());
        assertThat(shortened(answer)).isEqualTo(shortened(TREES.readTree(blocks.get(1))));
    }

    /** The ruleset changes with every edit of the shipped rules; the page need not. */
    private static String shortened(JsonNode answer) {
        Matcher ruleset = Pattern.compile("sha256:[0-9a-f…]+").matcher(answer.toPrettyString());
        return ruleset.replaceAll("sha256:…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-api.md", "http-api.zh.md"})
    void theLinesOnThePageAreAnsweredAsThePageSays(String name) throws IOException {
        List<String> blocks = blocks(NDJSON, page(name));
        URI day = URI.create(evaluate + "?asOf=2022-03-12");
        List<String> answers =
                Http.post(day, Http.NDJSON, blocks.get(0)).body().lines().toList();
        List<String> shown = blocks.get(1).lines().toList();
        assertThat(answers).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            assertThat(TREES.readTree(answers.get(i))).isEqualTo(TREES.readTree(shown.get(i)));
        }
    }
}
