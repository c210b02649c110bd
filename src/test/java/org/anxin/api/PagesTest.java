package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anxin.json.ErrorCode;
import org.anxin.rulebook.MistakeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary, and the pages that explain what went wrong, as the service shows them. */
@QuarkusTest
class PagesTest {
    @TestHTTPResource("/")
    URI service;

    private HttpResponse<String> get(String path, String accept) {
        return Http.send(HttpRequest.newBuilder(service.resolve(path)).header("Accept", accept));
    }

    @Test
    void everyTypeOfProblemAnswersItsPage() throws IOException {
        for (ProblemType type : ProblemType.values()) {
            HttpResponse<String> page = get(type.path(), "text/markdown");
            assertThat(page.statusCode()).as(type.path()).isEqualTo(200);
            assertThat(page.body())
                    .isEqualTo(
                            Files.readString(Path.of("docs/errors", type.path().substring(10) + ".md")));
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        }
        assertThat(get("/problems/misdirected-request", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void everyCodeAnswersItsPage() {
        for (MistakeCode code : MistakeCode.values()) {
            assertThat(get("/problems/" + code, "*/*").body()).contains(code.name());
        }
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(get("/problems/" + code, "*/*").body()).contains(code.name());
        }
    }

    @Test
    void aBrowserIsShownTextAndNoMarkupOfAnExample() {
        HttpResponse<String> page = get("/problems/WORD_UNDECLARED", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<title>WORD_UNDECLARED</title>").contains("&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems/nothing", "/problems/..%2Frules%2Fwords.yaml", "/problems/x.md", "/problems/%00"})
    void nothingElseOnTheClassPathIsShown(String path) {
        assertThat(get(path, "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void theVocabularyIsThatOfTheContractAndNamesWhatRulesSay() throws IOException {
        JsonNode vocabulary =
                new ObjectMapper().readTree(get("/api/v1/vocabulary", Http.JSON).body());
        Contract.assertConforms("Vocabulary", vocabulary);
        assertThat(vocabulary.at("/folders/0/folder").asText()).isEqualTo("testing");
        assertThat(vocabulary.at("/folders/0/facts/0/name").asText()).isEqualTo("Assignment");
        assertThat(vocabulary.at("/words/marketType/0/code").asText()).isEqualTo("FARMERS");
        assertThat(vocabulary.at("/words/category/0/name/zh").asText()).isEqualTo("从业人员");
        assertThat(vocabulary.findValuesAsText("name")).contains("perWeek", "noteUnlessDayCounts", "originDiffers");
    }

    @Test
    void theGapsAreThoseOfTheContractAndEachExampleCanBeSent() throws IOException {
        JsonNode gaps = new ObjectMapper()
                .readTree(get("/api/v1/rulesets/directory/gaps?from=2022-05-01&to=2022-05-31", Http.JSON)
                        .body());
        Contract.assertConforms("Gaps", gaps);
        assertThat(gaps.at("/warnings/0/warning/code").asText()).isEqualTo("OBLIGATION_GAP");
        String request = "{\"asOf\":\"2022-05-02\",\"personnel\":[" + gaps.at("/warnings/0/example") + "]}";
        JsonNode answer = new ObjectMapper()
                .readTree(Http.post(service.resolve("/api/v1/evaluate"), Http.JSON, request)
                        .body());
        assertThat(answer.at("/personnel/0/status").asText()).isEqualTo("NO_OBLIGATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2022-05-02&to=2022-05-01",
                "from=2022-05-02&to=2042-05-01",
                "from=2022-02-30",
                "form=2022-05-02",
                "from=2022-05-02&from=2022-05-03"
            })
    void daysThatAreNoRangeAreRefused(String query) throws IOException {
        HttpResponse<String> answer = get("/api/v1/rulesets/directory/gaps?" + query, Http.JSON);
        assertThat(answer.statusCode()).isEqualTo(400);
        Contract.assertConforms("Problem", new ObjectMapper().readTree(answer.body()));
    }
}
