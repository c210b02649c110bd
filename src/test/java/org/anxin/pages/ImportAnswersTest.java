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
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.anxin.demo.DemoBatches;
import org.anxin.desk.Passes;
import org.anxin.desk.StoredBatches;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of imported goods answer, and what they refuse. */
@QuarkusTest
@TestProfile(OwnRules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportAnswersTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String[] OURS = {"Sec-Fetch-Site", "same-origin", "Accept-Language", "en"};
    private static final String MULTIPART = "multipart/form-data; boundary=xyz";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    DemoBatches batches;

    @Inject
    StoredBatches stored;

    @Inject
    Passes passes;

    @BeforeAll
    void load() throws SQLException, IOException {
        demo.load();
        batches.declare();
        // Declaring them again changes nothing.
        batches.declare();
    }

    @AfterAll
    void clear() throws SQLException {
        demo.clear();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).header("Accept-Language", "en"));
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", type)
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> form(String path, String body, String... headers) {
        return post(path, "application/x-www-form-urlencoded", body, headers);
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

    private int documents() throws SQLException {
        return Objects.requireNonNull(stored.find("B-0028")).documents().size();
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String file(String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n" + content + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "/batches, 200",
        "/batches?page=99, 200",
        "/batches?day=2022-04-07&market=M-11&group=rejected, 200",
        "/batches?group=nobody, 400",
        "/batches?market=%3Cb%3E, 404",
        "/batches/B-0031, 200",
        "/batches/nobody, 404",
        "/batches/a%20b, 404",
        "/batches/B-0001/pass, 200",
        "/batches/B-0028/pass, 200",
        "/batches/B-0028/documents/new?type=NOTHING, 400",
        "/batches/B-0028/documents/new?replaces=9, 404",
        "/passes?code=%3Cscript%3E, 200",
        "/passes?code=x&day=2022-02-30, 400",
        "/recalls, 200",
        "/recalls/99, 404",
        "/recalls/x, 400"
    })
    void everyAddressIsAnswered(String path, int status) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("<script>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue(Pages.POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "/batches/new",
        "/batches/B-0028/settlement",
        "/batches/B-0028/decisions",
        "/recalls",
        "/recalls/1/withdrawal"
    })
    void formsOfOtherSitesAreRefused(String path) {
        assertThat(form(path, "a=b", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(post("/batches/B-0028/documents/new", MULTIPART, part("type", "x") + "--xyz--\r\n", "Accept", "*/*")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFileThatIsNoDocumentIsRefusedAndWhatWasWrittenStays() throws SQLException {
        HttpResponse<String> answer = post(
                "/batches/B-0028/documents/new",
                MULTIPART,
                part("type", "TEST_REPORT") + part("number", "TR-<i>") + file("<html>") + "--xyz--\r\n",
                OURS);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Only PDF, PNG, JPEG or WebP", "value=\"TR-&lt;i&gt;\"");
        assertThat(documents()).isEqualTo(3);
    }

    @Test
    void aFormThatEndsEarlyChangesNothing() throws SQLException {
        HttpResponse<String> answer =
                post("/batches/B-0028/documents/new", MULTIPART, part("type", "TEST_REPORT"), OURS);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(documents()).isEqualTo(3);
    }

    @Test
    void aVerdictAboutAnOlderDecisionOrAboutNothingToSettleIsRefused() {
        assertThat(form("/batches/B-0001/settlement", "decision=1&outcome=ADMIT&reason=x", OURS)
                        .statusCode())
                .isEqualTo(409);
        assertThat(form("/batches/B-0001/settlement", "decision=7&outcome=ADMIT&reason=x", OURS)
                        .statusCode())
                .isEqualTo(409);
        assertThat(form("/batches/B-0001/settlement", "decision=1&outcome=ADMIT&reason=", OURS)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anotherDeclarationCannotTakeAnIdThatIsTaken() {
        HttpResponse<String> answer = form("/batches/new", "id=B-0001&operator=O-00270&name=Cod", OURS);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("id=\"id-mistake\"", "value=\"Cod\"");
        assertThat(form("/batches/new", "id=N-1&operator=O-none", OURS).body()).contains("No operator with this id");
    }

    @Test
    void theGateTakesTheCodeOrAnAddressThatEndsWithIt() throws SQLException {
        String code = passes.code("B-0003");
        LocalDate day = LocalDate.of(2022, 4, 7);
        for (String read : new String[] {code, "https%3A%2F%2Fgate%2Fpasses%3Fcode%3D" + code}) {
            assertThat(get("/passes?day=" + day + "&code=" + read).body()).contains("May enter", "B-0003");
        }
        assertThat(get("/passes?day=2022-04-06&code=" + code).body()).contains("May not enter");
        assertThat(get("/passes?code=" + code.substring(1)).body()).contains("No such pass");
    }
}
