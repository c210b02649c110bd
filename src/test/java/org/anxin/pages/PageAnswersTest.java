package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundGroup;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.Sweeps;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages answer, whoever asks: headers, languages, refusals, and numbers that are those of their lists. */
@QuarkusTest
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAnswersTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A style or a script in the page itself (and not in a file), or the handler of an event. */
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=", Pattern.CASE_INSENSITIVE);

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    Sweeps sweeps;

    @Inject
    FoundPeople found;

    @BeforeAll
    void load() throws SQLException, IOException {
        demo.load();
        demo.sweep(DemoDay.DAY);
    }

    @AfterAll
    void clear() throws SQLException {
        demo.clear();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/markets",
                "/markets/M-01",
                "/people?q=P-000001",
                "/people/P-000189?day=2022-04-07",
                "/sweeps",
                "/sweeps/2022-04-07.1",
                "/rules",
                "/rules/versions/1",
                "/rules/versions/1/files/words.yaml",
                "/rules/versions/1/edit/testing/cadence.drl",
                "/rules/what-if?rule=FM-3D&person=P-000189&day=2022-04-07&n1=5"
            })
    void pagesAreStrictAndTellNothingPersonal(String path) {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo(Pages.POLICY)
                .doesNotContain("unsafe");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Language, Cookie");
        assertThat(page.body()).doesNotContainPattern(INLINE);
        assertThat(page.body()).doesNotContain("999999", "1000000000", "张军");
    }

    @Test
    void theSheetIsKeptForEverUnderAnAddressOfItsOwn() {
        String page = get("/").body();
        String sheet = page.replaceAll("(?s).*href=\"(/assets/[^\"]+css)\".*", "$1");
        HttpResponse<String> answer = get(sheet);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).contains("immutable");
        assertThat(get("/assets/0123456789ab/anxin.css").statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        HttpResponse<String> small = get(sheet, "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(get(sheet, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | - | zh-CN",
                "en-GB,en;q=0.9 | - | en",
                "fr | - | zh-CN",
                "??? | - | zh-CN",
                "en | anxin-language=zh | zh-CN",
                "zh | anxin-language=en | en",
                "en | anxin-language=xx | en"
            })
    void theCookieChoosesTheLanguageThenTheBrowser(String accepted, String cookie, String language) {
        HttpResponse<String> page = cookie == null
                ? get("/people", "Accept-Language", accepted)
                : get("/people", "Accept-Language", accepted, "Cookie", cookie);
        assertThat(header(page, "Content-Language")).isEqualTo(language);
        assertThat(page.body()).contains("<html lang=\"" + language + "\">");
    }

    @ParameterizedTest
    @CsvSource({
        "/people?q=P-1, /people?q=P-1",
        "//evil.example, /",
        "https://evil.example/, /",
        "/%0d%0aSet-Cookie:x=y, /"
    })
    void theLanguageLinkComesBackAndLeadsNowhereElse(String back, String location) {
        HttpResponse<String> answer = get("/language/en?back="
                + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("%250", "%0"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(URI.create(header(answer, "Location")).getPath())
                .isEqualTo(URI.create(location).getPath());
        assertThat(header(answer, "Location")).doesNotContain("evil");
        assertThat(header(answer, "Set-Cookie"))
                .startsWith("anxin-language=en;")
                .contains("SameSite=Lax", "HttpOnly");
        assertThat(get("/language/fr").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-None | x",
                "Origin | https://evil.example",
                "Origin | null",
                "Sec-Fetch-Site | cross-site",
                "Sec-Fetch-Site | same-site",
                "Sec-Fetch-Site | none"
            })
    void formsOfOtherSitesAreRefused(String name, String value) {
        HttpResponse<String> answer = post("/sweeps", "day=2022-04-01", name, value);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/sweeps/2022-04-01.1").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormSaysWhatIsWrongWithItAndKeepsWhatWasWritten() {
        HttpResponse<String> answer =
                post("/sweeps", "day=2022-02-30", "Sec-Fetch-Site", "same-origin", "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"2022-02-30\"", "aria-invalid=\"true\"", "Enter a day");
        assertThat(post("/sweeps", "day=" + "1".repeat(2000), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/sweeps", "day=%zz", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatTheDeskRefusesIsSaidAtItsFormAndNothingWrittenIsLost() {
        String[] ours = {"Sec-Fetch-Site", "same-origin", "Accept-Language", "en"};
        HttpResponse<String> answer = post("/rules/versions/1/roll-back", "reason=Not+today", ours);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("There is no version before version 1.", "id=\"roll-back-mistake\"", "value=\"Not today\"");
        assertThat(post("/rules/versions/1/approve", "id=sha256:0&reason=x", ours)
                        .body())
                .contains("look at it before you approve", "id=\"approve-mistake\"");
        assertThat(post("/rules/versions/1/activate", "day=2022-02-30&reason=x", ours)
                        .body())
                .contains("Enter a day", "value=\"2022-02-30\"");
        assertThat(post("/rules/versions/1/activate", "day=2022-02-01&reason=", ours)
                        .body())
                .contains("Say why");
    }

    @Test
    void anEditThatIsNoneOrHasNoReasonIsNotStored() {
        String[] ours = {"Sec-Fetch-Site", "same-origin", "Accept-Language", "en"};
        String path = "/rules/versions/1/edit/testing/actions-blocked.drl";
        String before = get("/api/v1/rulesets").body();
        HttpResponse<String> answer =
                post(path, "do=save&reason=x&text=package+rules.testing%0A%0A%3Cb%3E&cases=", ours);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("&lt;b&gt;</textarea>", "class=\"fatal\"")
                .doesNotContain("<b>package");
        assertThat(get("/api/v1/rulesets").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/?day=2022-02-30, 400",
        "/?group=nobody, 400",
        "/?page=x, 400",
        "/markets/M-99, 404",
        "/markets/a%20b, 404",
        "/people/nobody, 404",
        "/people/P-000001?knownAt=yesterday, 400",
        "/people/P-000001?knownAt=%2B999999-01-01T00:00, 400",
        "/batches?q=%00, 400",
        "/passes?code=%00, 400",
        "/sweeps/2022-04-07.99, 404",
        "/rules/versions/999, 404",
        "/rules/versions/1/files/../words.yaml, 404",
        "/rules/versions/1/files/none.drl, 404",
        "/rules/gaps?from=2022-04-02&to=2022-04-01, 400"
    })
    void whatIsNoPageIsSaidOnAPage(String path, int status) {
        HttpResponse<String> answer = get(path, "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people/P-000001?knownAt=2999-12-31T23:59",
                "/patrols/cameras?day=2999-12-31",
                "/markets/M-01?day=2999-12-31"
            })
    void theLastDayThatFactsMayNameHasItsPages(String path) {
        assertThat(get(path, "Accept-Language", "en").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/no/such/page | text/html,application/xhtml+xml,*/*;q=0.8 | text/html",
                "/favicon.ico | text/html | text/html",
                "/no/such/page | */* | application/problem+json",
                "/no/such/page | application/json | application/problem+json",
                "/api/v1/none | text/html | application/problem+json",
                "/problems/none | text/html | application/problem+json"
            })
    void whereThereIsNoPageBrowsersSeeOneAndProgramsAProblem(String path, String accept, String type) {
        HttpResponse<String> answer = get(path, "Accept", accept, "Accept-Language", "en");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(answer.body().contains("There is no such page")).isEqualTo(type.equals("text/html"));
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(type.equals("text/html") ? Pages.POLICY : "");
    }

    @Test
    void aDayThatWasNotSweptIsSaidToBeSo() {
        String page = get("/?day=2022-04-08", "Accept-Language", "en").body();
        assertThat(page)
                .contains("This day is not swept yet", "See 7 April 2022")
                .doesNotContain("class=\"card figs\"");
        assertThat(get("/", "Accept-Language", "en").body())
                .contains("Today is not swept yet", "this is 7 April 2022", "class=\"card figs\"");
    }

    @ParameterizedTest
    @EnumSource(FoundGroup.class)
    void everyNumberIsThatOfItsList(FoundGroup group) throws SQLException {
        Sweep run = found.lastRuns(Days.of(DemoDay.DAY), 1).get(0);
        DayFigures figures = found.figures(run);
        assertThat(found.people(run, group, null, 0, 10_000))
                .hasSize(figures.total().of(group));
        for (String market : List.of("M-01", "M-11")) {
            assertThat(found.people(run, group, market, 0, 10_000))
                    .hasSize(figures.at(market).of(group));
        }
    }

    @Test
    void theFiguresAreThoseOfTheRun() throws SQLException {
        DayFigures figures =
                found.figures(found.lastRuns(Days.of(DemoDay.DAY), 1).get(0));
        assertThat(figures.total().of(FoundGroup.DUE_TODAY)).isEqualTo(statuses("DUE_TODAY"));
        assertThat(figures.total().of(FoundGroup.DUE_TOMORROW)).isEqualTo(statuses("DUE_TOMORROW"));
        assertThat(figures.total().of(FoundGroup.OVERDUE)).isEqualTo(statuses("OVERDUE"));
        assertThat(figures.total().of(FoundGroup.STILL_DUE) + figures.total().of(FoundGroup.SAMPLED_SINCE))
                .isEqualTo(figures.total().of(FoundGroup.DUE_TODAY));
    }

    /** Of the answer that the data set itself expects. */
    private static int statuses(String status) throws SQLException {
        try {
            return (int) org.anxin.registry.DemoDistrict.expected().stream()
                    .filter(line -> line.contains("\"personId\""))
                    .filter(line -> line.replaceFirst("\"obligations\".*", "").contains("\"" + status + "\""))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        String first =
                get("/?day=2022-04-07&group=overdue", "Accept-Language", "en").body();
        String second = get("/?day=2022-04-07&group=overdue&page=2", "Accept-Language", "en")
                .body();
        assertThat(first).contains("1–50 of", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(second).contains("51–100 of", "rel=\"prev\"");
    }

    @Test
    void whatWasNotKnownThenIsNotShownThen() {
        String now =
                get("/people/P-000189?day=2022-04-07", "Accept-Language", "en").body();
        String then = get("/people/P-000189?day=2022-04-07&knownAt=2022-01-01T00:00", "Accept-Language", "en")
                .body();
        assertThat(now).contains("Sampled, result: negative");
        assertThat(then).contains("no assignment was known").doesNotContain("Sampled, result: negative");
    }
}
