package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.RuleTexts;
import org.anxin.security.Identified;
import org.anxin.security.TestIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets in with what, and under which name what they do is recorded. */
@QuarkusTest
@TestProfile(Identified.class)
class IdentityTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATIONS = "operations";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    ActivePolicy activePolicy;

    private final TestIssuer issuer = TestIssuer.running();

    private HttpResponse<String> ask(
            String method, String path, @Nullable String body, @Nullable String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Http.send(request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private @Nullable String stored(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    @Test
    void onlyATokenOfTheIssuerForThisServiceInItsTimeGetsIn() {
        List<String> roles = List.of(OPERATIONS);
        String good = issuer.token("somebody", roles);
        assertThat(ask("GET", "/api/v1/markets", null, good).statusCode()).isEqualTo(200);
        String[] parts = good.split("\\.");
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + ".";
        String tampered = parts[0] + "." + parts[1].substring(0, parts[1].length() - 4) + "AAAA." + parts[2];
        List<String> wrong = new ArrayList<>(List.of(
                issuer.tokenForOthers("somebody", roles),
                issuer.expired("somebody", roles),
                issuer.ofAnotherIssuer("somebody", roles),
                unsigned,
                tampered,
                "x",
                "anxin_000000000000_" + "A".repeat(43)));
        for (String token : wrong) {
            HttpResponse<String> refused = ask("GET", "/api/v1/markets", null, token);
            assertThat(refused.statusCode()).as(token).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(refused.body()).contains("/problems/unauthenticated").doesNotContain("somebody");
        }
    }

    @Test
    void rolesAreCalledAsConfigured() {
        String token = issuer.token("somebody", List.of("district-inspector"));
        assertThat(ask("GET", "/api/v1/patrols", null, token).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/api/v1/sweeps", "{}", token).statusCode()).isEqualTo(403);
    }

    @Test
    void whoDidItIsTheSubjectOfTheTokenAndNothingThatTheRequestSays() throws SQLException {
        String token = issuer.token("subject-17", List.of(OPERATIONS));
        String letter = "{\"validFrom\": \"2022-02-20\", \"zh\": \"文本\", \"en\": \"text\"}";
        HttpResponse<String> put = ask(
                "PUT",
                "/api/v1/letters/L-ID",
                letter,
                token,
                "anxin.actor",
                "mallory",
                "X-Forwarded-User",
                "mallory",
                "knownAt",
                "2020-01-01T00:00:00Z");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(stored("select changed_by from letters where id = 'L-ID'")).isEqualTo("user:subject-17");
        assertThat(stored("select known_from > now() - interval '1 hour' from letters where id = 'L-ID'"))
                .isEqualTo("t");
        String forged = letter.replace("{", "{\"changedBy\": \"mallory\", ");
        assertThat(ask("PUT", "/api/v1/letters/L-ID", forged, token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void importsAreRecordedUnderTheNameOfWhoeverSentThem() throws SQLException {
        String token = issuer.token("importer", List.of(OPERATIONS));
        importFile("markets", "id,name,type,subdistrict\nM-IMP,名,FARMERS,\n", token);
        importFile(
                "operators",
                "id,market_id,name,sells_imported,activated_on,letter_signed_on\nO-IMP,M-IMP,名,true,,\n",
                token);
        importFile("import-operators", "operator_id,from,to\nO-IMP,2022-03-01,\n", token);
        assertThat(stored("select changed_by from import_operators")).isEqualTo("user:importer");
    }

    private void importFile(String kind, String csv, String token) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(service.resolve("/api/v1/imports/" + kind))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":1");
    }

    @Test
    void whoWroteAVersionDoesNotApproveIt() throws IOException {
        List<String> both = List.of("policy-author", "policy-approver");
        String author = issuer.token("author", both);
        String file = "testing/cadence.drl";
        String text = RuleTexts.shipped().texts().get(file).replaceFirst("@title[(]\"", "@title(\"新");
        String edit = JSON.writeValueAsString(
                Map.of("base", activePolicy.current().ruleset().id(), "files", Map.of(file, text), "reason", "a test"));
        HttpResponse<String> draft = ask("POST", "/api/v1/rulesets", edit, author);
        assertThat(draft.statusCode()).as(draft.body()).isIn(200, 201);
        JsonNode version = json(draft).at("/ruleset");
        assertThat(version.at("/author").asText()).isEqualTo("user:author");
        String path = "/api/v1/rulesets/" + version.at("/number").asText() + "/approval";
        String body = "{\"id\": \"" + version.at("/id").asText() + "\", \"reason\": \"a test\"}";
        HttpResponse<String> own = ask("POST", path, body, author);
        assertThat(own.statusCode()).as(own.body()).isEqualTo(409);
        HttpResponse<String> others = ask("POST", path, body, issuer.token("approver", both));
        assertThat(others.statusCode()).as(others.body()).isEqualTo(200);
        assertThat(others.body()).contains("user:approver");
    }

    @Test
    void aKeyOpensWhatItsRolesMayUntilItIsRevoked() throws IOException {
        String token = issuer.token("keeper", List.of(OPERATIONS));
        String last = LocalDate.now().plusDays(30).toString();
        HttpResponse<String> made = ask(
                "POST",
                "/api/v1/keys",
                "{\"name\": \"laboratory 3\", \"roles\": [\"laboratory\"], \"expiresOn\": \"" + last + "\"}",
                token);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode key = json(made);
        Contract.assertConforms("MadeApiKey", key);
        String secret = key.at("/key").asText();
        assertThat(key.at("/madeBy").asText()).isEqualTo("user:keeper");
        assertThat(ask("POST", "/api/v1/samples", "{}", secret).statusCode()).isEqualTo(400);
        assertThat(ask("GET", "/api/v1/people", null, secret).statusCode()).isEqualTo(403);
        String one = "/api/v1/keys/" + key.at("/id").asText();
        JsonNode shown = json(ask("GET", one, null, token));
        Contract.assertConforms("ApiKey", shown);
        assertThat(ask("GET", "/api/v1/keys", null, token).body())
                .contains(key.at("/id").asText())
                .doesNotContain(secret);
        assertThat(json(ask("DELETE", one, null, token)).at("/revokedBy").asText())
                .isEqualTo("user:keeper");
        assertThat(ask("POST", "/api/v1/samples", "{}", secret).statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyMakesNoKeysAndApprovesNothing() throws IOException {
        String token = issuer.token("keeper", List.of(OPERATIONS));
        String last = LocalDate.now().plusDays(30).toString();
        String body = "{\"name\": \"x\", \"roles\": [\"%s\"], \"expiresOn\": \"" + last + "\"}";
        JsonNode key = json(ask("POST", "/api/v1/keys", body.formatted(OPERATIONS), token));
        String secret = key.at("/key").asText();
        assertThat(ask("GET", "/api/v1/keys", null, secret).statusCode()).isEqualTo(200);
        assertThat(ask("POST", "/api/v1/keys", body.formatted(OPERATIONS), secret)
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("DELETE", "/api/v1/keys/" + key.at("/id").asText(), null, secret)
                        .statusCode())
                .isEqualTo(403);
        for (String wrong : List.of(
                body.formatted("policy-approver"),
                body.formatted("root"),
                body.formatted("market-organiser"),
                body.formatted("gate").replace("\"roles\"", "\"markets\": [\"M-01\"], \"roles\""),
                body.formatted("gate").replace("\"roles\"", "\"id\": \"x\", \"roles\""),
                body.formatted("gate").replace("\"roles\"", "\"madeBy\": \"x\", \"roles\""),
                body.formatted("gate").replace(last, "2022-01-01"),
                body.formatted("gate").replace(last, "2999-01-01"))) {
            HttpResponse<String> refused = ask("POST", "/api/v1/keys", wrong, token);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("\"errors\"");
        }
    }

    @Test
    void namesLeadNowhereElseAndTextsAreNoStatements() {
        String token = issuer.token("auditor", List.of("auditor"));
        for (String path : List.of(
                "/api/v1/rulesets/1/files/..%2f..%2fetc%2fpasswd",
                "/api/v1/rulesets/1/files/../../../../etc/passwd",
                "/api/v1/rulesets/1/files/testing%2f..%2f..%2fdata",
                "/rules/versions/1/files/..%2f..%2fetc%2fpasswd",
                "/api/v1/patrol-photos/..%2f..%2fetc%2fpasswd",
                "/api/v1/batches/..%2f/documents/1/file",
                "/assets/x/..%2f..%2fapplication.properties",
                "/problems/..%2fapplication.properties")) {
            HttpResponse<String> answer = ask("GET", path, null, token);
            assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain("root:", "quarkus.http");
        }
        for (String text : List.of("'%20or%20'1'='1", "M-01';drop%20table%20people;--", "%25", "\\")) {
            String escaped = text.replace("\\", "%5C");
            assertThat(ask("GET", "/api/v1/people?market=" + escaped, null, token)
                            .statusCode())
                    .as(text)
                    .isEqualTo(400);
            assertThat(ask("GET", "/people?q=" + escaped, null, token).statusCode())
                    .as(text)
                    .isEqualTo(200);
        }
    }

    @Test
    void theHealthAndTheContractAreForAnybody() {
        for (String path : Map.of("/q/health/live", 200, "/q/openapi", 200).keySet()) {
            assertThat(ask("GET", path, null, null).statusCode()).as(path).isEqualTo(200);
        }
    }
}
