package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anxin.security.Identified;
import org.anxin.security.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People with known names go through everything, and are looked for in all that was written meanwhile. */
@QuarkusTest
@TestProfile(Identified.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class PersonalTracesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "欧阳翡翠";
    private static final String ID_NUMBER = "999999196405058888";
    private static final String PHONE = "19900007777";
    private static final String OTHER = "慕容琥珀";
    private static final List<String> SECRETS = List.of(NAME, ID_NUMBER, PHONE, OTHER);

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    @ConfigProperty(name = "anxin.data.directory")
    Path data;

    @ConfigProperty(name = "anxin.rules.directory")
    Path rules;

    private final TestIssuer issuer = TestIssuer.running();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final List<String> told = new ArrayList<>();
    private final Handler listening = new Handler() {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            logged.add(format.format(line));
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        listening.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listening);
    }

    private HttpResponse<String> ask(String role, String method, String path, String type, @Nullable String body) {
        String token = role.equals("market-organiser")
                ? issuer.token(role, List.of(role), "T-M1")
                : issuer.token(role, List.of(role));
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh")
                .header("Sec-Fetch-Site", "same-origin");
        if (body != null) {
            request.header("Content-Type", type);
        }
        return Http.send(request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** An answer that must tell nothing, neither in its body nor in its headers. */
    private HttpResponse<String> silent(String role, String method, String path, String type, @Nullable String body) {
        HttpResponse<String> answer = ask(role, method, path, type, body);
        told.add(answer.headers().map() + answer.body());
        return answer;
    }

    private HttpResponse<String> imported(String kind, String rows) {
        return silent("operations", "POST", "/api/v1/imports/" + kind, "text/csv", rows);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private void store() throws IOException {
        imported("markets", "id,name,type,subdistrict\nT-M1,第一,FARMERS,\n");
        String people = "T-1," + NAME + "," + ID_NUMBER + "," + PHONE + "\nT-2," + OTHER + ",,\n";
        assertThat(json(imported("people", "id,name,id_number,phone\n" + people))
                        .at("/rejected"))
                .isEmpty();
        imported("assignments", "person_id,market_id,category,from,operator_id,to\nT-1,T-M1,STAFF,2022-01-01,,\n");
        imported("samples", "person_id,taken_at,result,laboratory\nT-1,2022-03-01T08:00:00+08:00,POSITIVE,\n");
    }

    private void sweep() throws Exception {
        HttpResponse<String> begun =
                silent("operations", "POST", "/api/v1/sweeps", Http.JSON, "{\"asOf\":\"2022-03-05\"}");
        assertThat(begun.statusCode()).isEqualTo(202);
        String address = begun.headers().firstValue("Location").orElseThrow();
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (json(ask("operations", "GET", address, "", null))
                .at("/state")
                .asText()
                .equals("RUNNING")) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private void refuse() {
        String json = "{\"name\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\"";
        String people = "/api/v1/people/";
        silent("operations", "PUT", people + "T-1", Http.JSON, json + ",\"phon\":\"" + PHONE + "\"}");
        silent("operations", "PUT", people + "T-1", Http.JSON, json + ",\"releasedOn\":\"" + ID_NUMBER + "\"}");
        silent("operations", "PUT", people + "T-1", Http.JSON, json + ",");
        silent("operations", "PUT", people + "T-1", Http.JSON, "{\"name\":\"" + NAME.repeat(80) + "\"}");
        silent("inspector", "PUT", people + "T-1", Http.JSON, json + "}");
        silent("operations", "DELETE", people + "T-1", "", null);
        silent("gate", "POST", "/api/v1/people-search", Http.JSON, json + "}");
        silent("operations", "POST", "/api/v1/people-search", Http.JSON, json + ",\"after\":\"" + NAME + "\"}");
        silent("operations", "POST", "/api/v1/people-search", Http.JSON, "{}");
        imported("people", "id,name,id_number,phone\n" + NAME + ",T-1,,\nT-3,\"" + NAME + "\n,,\n");
        imported("people", "id,name," + NAME + ",phone\n");
        imported("people", "id,name,id_number,phone,released_on\nT-1,,,," + ID_NUMBER + "\n");
        String evaluated = "{\"personnel\":[{\"id\":\"T-1\",\"name\":\"" + NAME + "\",\"assignments\":[]}]}";
        silent("operations", "POST", "/api/v1/evaluate?log=true", Http.JSON, evaluated);
        silent("auditor", "POST", people + "T-1/export", "", null);
    }

    private void look() throws Exception {
        String form = "q=" + URLEncoder.encode(PHONE, StandardCharsets.UTF_8);
        HttpResponse<String> found = silent("inspector", "POST", "/people", "application/x-www-form-urlencoded", form);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("/people/T-1", "欧**");
        for (String page : List.of("/people/T-1", "/people?q=T-", "/markets/T-M1", "/?day=2022-03-05", "/sweeps")) {
            silent("inspector", "GET", page, "", null);
        }
        for (String list : List.of("suspensions", "suspensions?format=csv", "warnings")) {
            String address = "/api/v1/markets/T-M1/" + list + (list.contains("?") ? "&" : "?") + "asOf=2022-03-05";
            assertThat(silent("inspector", "GET", address, "", null).statusCode())
                    .isEqualTo(200);
        }
        silent("auditor", "GET", "/api/v1/audit?subject=T-1", "", null);
        silent("auditor", "GET", "/api/v1/decision-log?subject=T-1", "", null);
        silent("auditor", "GET", "/api/v1/people/T-1", "", null);
        silent("auditor", "GET", "/api/v1/people", "", null);
    }

    @Test
    void aWholeScenarioLeavesNothingLegibleBehind() throws Exception {
        store();
        refuse();
        sweep();
        look();
        assertThat(ask("operations", "POST", "/api/v1/people/T-1/export", "", null)
                        .body())
                .contains(NAME);
        assertNowhere("answers", told);
        assertNowhere("the log", logged);
        assertNowhere("the database", tables());
        assertNowhere("files", files());
    }

    private static void assertNowhere(String where, Iterable<String> texts) {
        for (String text : texts) {
            for (String secret : SECRETS) {
                String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                assertThat(text.contains(secret) || text.contains(hex))
                        .as(where)
                        .isFalse();
            }
        }
    }

    /** All rows of all tables as text, as a dump would have them. */
    private List<String> tables() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = texts(statement.executeQuery("select format('%I', relname) from pg_class"
                    + " where relnamespace = 'public'::regnamespace and relkind = 'r'"));
            assertThat(names).contains("people", "audit_log_other");
            List<String> rows = new ArrayList<>();
            for (String name : names) {
                rows.addAll(texts(statement.executeQuery("select t::text from " + name + " t")));
            }
            return rows;
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (row.next()) {
            texts.add(row.getString(1));
        }
        return texts;
    }

    private List<String> files() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path directory : List.of(data, rules)) {
            if (!Files.exists(directory)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    contents.add(file + new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    @Test
    void eachRoleSeesWhatTheTableSays() throws Exception {
        store();
        String shown = "/api/v1/people/T-1";
        assertThat(seen(ask("operations", "GET", shown, "", null))).isEqualTo(NAME + " " + ID_NUMBER + " " + PHONE);
        assertThat(seen(ask("inspector", "GET", shown, "", null))).isEqualTo(NAME + " ****8888 " + PHONE);
        assertThat(seen(ask("market-organiser", "GET", shown, "", null))).isEqualTo(NAME + " ****8888 ****7777");
        assertThat(seen(ask("auditor", "GET", shown, "", null))).isEqualTo("欧** ****8888 ****7777");
    }

    private static String seen(HttpResponse<String> answer) throws IOException {
        JsonNode person = json(answer);
        assertConforms("RegisteredPerson", person);
        return String.join(
                " ",
                person.at("/name").asText(),
                person.at("/idNumber").asText(),
                person.at("/phone").asText());
    }

    private JsonNode search(String body) throws IOException {
        return json(ask("operations", "POST", "/api/v1/people-search", Http.JSON, body))
                .at("/items");
    }

    @Test
    void peopleAreFoundByTheWholeValueHoweverItIsSpelled() throws Exception {
        store();
        assertThat(search("{\"phone\":\"+86 199-0000-7777\"}").at("/0/id").asText())
                .isEqualTo("T-1");
        assertThat(search("{\"name\":\"欧阳 翡翠\",\"idNumber\":\"" + ID_NUMBER + "\"}"))
                .hasSize(1);
        assertThat(search("{\"name\":\"" + OTHER + "\",\"idNumber\":\"" + ID_NUMBER + "\"}"))
                .isEmpty();
        assertThat(search("{\"name\":\"欧阳\"}")).isEmpty();
        assertThat(search("{\"name\":\"" + NAME + "\",\"after\":\"T-1\"}")).isEmpty();
    }

    @Test
    void theExportHasEverythingAboutThePersonAndNothingAboutOthers() throws Exception {
        store();
        sweep();
        imported("samples", "person_id,taken_at,result,laboratory\nT-1,2022-03-01T08:00:00+08:00,NEGATIVE,甲\n");
        String address = "/api/v1/people/T-1/export";
        assertThat(ask("operations", "POST", address, "", null).statusCode()).isEqualTo(200);
        JsonNode export = json(ask("operations", "POST", address, "", null));
        assertConforms("PersonExport", export);
        assertThat(export.at("/person/name").asText()).isEqualTo(NAME);
        assertThat(export.at("/assignments/0/marketId").asText()).isEqualTo("T-M1");
        assertThat(export.at("/samples").size()).isGreaterThanOrEqualTo(2);
        assertThat(export.at("/results")).isNotEmpty();
        assertThat(export.at("/suspensions")).isNotEmpty();
        assertThat(export.at("/decisions")).isNotEmpty();
        assertThat(export.at("/exports")).isNotEmpty();
        assertThat(export.at("/changes").toString()).contains("person_exports").doesNotContain("T-2");
        assertThat(ask("operations", "POST", "/api/v1/people/T-nobody/export", "", null)
                        .statusCode())
                .isEqualTo(404);
    }
}
