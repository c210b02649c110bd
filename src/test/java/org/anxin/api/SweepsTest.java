package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for sweeps and seeing how they stand, over HTTP. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepsTest {
    private static final ObjectMapper TREES = new ObjectMapper();

    @TestHTTPResource("/api/v1/sweeps")
    URI sweeps;

    @Inject
    DataSource database;

    @BeforeAll
    void load() throws SQLException {
        clear();
        execute("insert into markets (id, name, type) values ('M-1', '市场', 'FARMERS')");
        execute("insert into people (id) values ('P-1'), ('P-2'), ('P-3')");
        execute("insert into assignments (person_no, market_no, category, from_on)"
                + " select p.no, m.no, case p.id when 'P-3' then 'PORTER' else 'STAFF' end, '2022-01-01'"
                + " from people p, markets m");
        execute("insert into samples (person_no, taken_on, result)"
                + " select no, '2022-03-10', 'NEGATIVE' from people where id = 'P-1'");
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(database, "markets, people, sweeps, results, results_past, suspensions, rulesets");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HttpResponse<String> get(String path) {
        return Http.send(HttpRequest.newBuilder(sweeps.resolve(path)));
    }

    private JsonNode ended(String path) throws IOException, InterruptedException {
        for (int i = 0; i < 1000; i++) {
            JsonNode run = TREES.readTree(get(path).body());
            Contract.assertConforms("Sweep", run);
            if (!run.get("state").asText().equals("RUNNING")) {
                return run;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("still running");
    }

    @Test
    void aRunIsAskedForAndShowsThatNobodyWasMissed() throws Exception {
        HttpResponse<String> asked = Http.post(sweeps, Http.JSON, "{\"asOf\": \"2022-03-12\"}");
        assertThat(asked.statusCode()).isEqualTo(202);
        String path = asked.headers().firstValue("Location").orElseThrow();
        assertThat(path).isEqualTo("/api/v1/sweeps/2022-03-12.1");
        Contract.assertConforms("Sweep", TREES.readTree(asked.body()));
        JsonNode run = ended(path);
        assertThat(run.get("state").asText()).isEqualTo("COMPLETED_WITH_ERRORS");
        assertThat(run.get("registered").asInt()).isEqualTo(3);
        assertThat(run.get("evaluated").asInt()).isEqualTo(2);
        assertThat(run.at("/byStatus/DUE_TOMORROW").asInt()).isEqualTo(1);
        assertThat(run.at("/byStatus/OVERDUE").asInt()).isEqualTo(1);
        assertThat(run.at("/errors/0/personId").asText()).isEqualTo("P-3");
        assertThat(run.at("/errors/0/code").asText()).isEqualTo("CATEGORY_UNDECLARED");
        assertThat(run.at("/markets/0").toString())
                .isEqualTo("{\"marketId\":\"M-1\",\"registered\":3,\"evaluated\":2,\"errors\":1,\"warned\":1,"
                        + "\"suspended\":1}");
        assertThat(run.toString()).doesNotContain("PORTER");
    }

    @Test
    void runsAreListedTheNewestFirstPageByPage() throws Exception {
        for (String body : new String[] {"{}", "{\"asOf\":\"2022-03-01\",\"knownAt\":\"2022-03-01T00:00:00+08:00\"}"}) {
            ended(Http.post(sweeps, Http.JSON, body)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        }
        JsonNode first = TREES.readTree(get("sweeps?limit=1").body());
        assertThat(first.at("/items/0/id").asText()).isEqualTo("2022-03-01.1");
        assertThat(first.at("/items/0/knownAt").asText()).isEqualTo("2022-02-28T16:00:00Z");
        Contract.assertConforms("SweepRun", first.at("/items/0"));
        JsonNode second = TREES.readTree(
                get("sweeps?limit=1&after=" + first.get("next").asText()).body());
        assertThat(second.at("/items/0/knownAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"asOf\":\"2022-02-30\"} | IMPOSSIBLE_DATE",
                "{\"day\":\"2022-02-03\"} | UNKNOWN_FIELD",
                "{\"knownAt\":\"2022-02-03\"} | BAD_MOMENT",
                "{\"knownAt\":\"2022-02-30T00:00:00Z\"} | IMPOSSIBLE_DATE",
                "[] | WRONG_TYPE"
            })
    void whatCannotBeAskedForIsRefused(String body, String code) throws Exception {
        HttpResponse<String> answer = Http.post(sweeps, Http.JSON, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TREES.readTree(answer.body()).at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void runsThatThereAreNotAreNotFound() {
        assertThat(get("sweeps/2022-03-12.99").statusCode()).isEqualTo(404);
        assertThat(get("sweeps?after=2022-03-12.99").statusCode()).isEqualTo(400);
        assertThat(get("sweeps?asOf=2022-03-12").statusCode()).isEqualTo(400);
    }

    @Test
    void theExampleInTheContractIsAnAnswer() {
        Contract.assertConforms(
                "Sweep",
                Contract.at("/paths/~1api~1v1~1sweeps~1{id}/get/responses/200/content/application~1json/example"));
    }
}
