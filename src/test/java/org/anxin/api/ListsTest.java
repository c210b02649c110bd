package org.anxin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.DemoDistrict;
import org.anxin.sweep.ExpectedLists;
import org.anxin.sweep.ListKind;
import org.anxin.sweep.ListedPerson;
import org.anxin.sweep.PlainSweep;
import org.anxin.time.Days;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What markets and their readers get over HTTP: lists, suspensions, timelines, stored decisions, forecasts. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final String DAY = "?asOf=2022-04-07";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** An id of 18 digits, and two that look like formulas, all overdue at a market of their own. */
    private static final List<String> ODD = List.of("-1-1", "-A1", "330108199001011234");

    @TestHTTPResource("/api/v1/")
    URI service;

    @Inject
    DataSource database;

    @Inject
    ActivePolicy rules;

    @Inject
    StoredRulesets rulesets;

    @BeforeAll
    void load() throws SQLException, IOException {
        clear();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            DemoDistrict.load(connection);
            statement.execute("discard temp");
            statement.execute("insert into markets (id, name, type) values ('M:9', '市场', 'FARMERS'),"
                    + " ('M.8', '市场', 'FARMERS')");
            statement.execute("insert into people (id) values ('gone')");
            for (String id : ODD) {
                statement.execute("insert into people (id) values ('" + id + "')");
            }
            statement.execute(
                    "insert into assignments (person_no, market_no, category, from_on)"
                            + " select people.no, markets.no, 'STAFF', '2022-01-01' from people, markets"
                            + " where people.id not like 'P%' and markets.id = case people.id when 'gone' then 'M.8' else 'M:9' end");
            rulesets.keep(rules.current());
            PlainSweep.run(connection, rules.current(), "2022-04-07");
        }
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(
                database,
                "markets, people, samples, samples_past, assignments_past, absences_past, markets_past,"
                        + " people_past, operators_past, sample_changes, sweeps, results, results_past, suspensions, rulesets");
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return Http.send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode json(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode document = TREES.readTree(answer.body());
        Contract.assertConforms(schema(path), document);
        return document;
    }

    /** What the contract says about the answer. */
    private static String schema(String path) {
        if (path.startsWith("markets")) {
            return "MarketList";
        }
        if (path.startsWith("forecast")) {
            return "Forecast";
        }
        return path.contains("/decision")
                ? "StoredDecision"
                : path.contains("/timeline") ? "Timeline" : "PersonSuspensions";
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    private static ListedPerson person(JsonNode person) {
        JsonNode dueOn = person.get("dueOn");
        return new ListedPerson(
                person.get("personId").asText(),
                texts(person.get("operatorIds")),
                dueOn.isNull() ? Days.NONE : Days.of(dueOn.asText()),
                person.get("status").asText(),
                person.get("action").asText(),
                texts(person.get("rules")));
    }

    @Test
    void theListsOfTheDemoDistrictAreAsItsFilesImply() throws Exception {
        for (ListKind kind : ListKind.values()) {
            Map<String, List<ListedPerson>> expected = ExpectedLists.of(kind);
            String name = kind == ListKind.WARNINGS ? "/warnings" : "/suspensions";
            for (String market : expected.keySet()) {
                JsonNode list = json("markets/" + market + name + DAY);
                assertThat(list.get("marketId").asText()).isEqualTo(market);
                assertThat(list.get("asOf").asText()).isEqualTo("2022-04-07");
                assertThat(list.get("sweepId").asText()).isEqualTo("2022-04-07.1");
                assertThat(each(list.get("people")).map(ListsTest::person)).isEqualTo(expected.get(market));
                assertThat(list.get("next").isNull()).isTrue();
            }
        }
    }

    @Test
    void pagesTogetherAreTheWholeList() throws Exception {
        String path = "markets/M-11/suspensions" + DAY;
        List<JsonNode> people = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            HttpResponse<String> answer = get(path + "&limit=7" + next);
            JsonNode page = TREES.readTree(answer.body());
            each(page.get("people")).forEach(people::add);
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
            assertThat(answer.headers().firstValue("Link").isPresent()).isEqualTo(!next.isEmpty());
            pages++;
        } while (!next.isEmpty());
        List<JsonNode> whole = each(json(path).get("people")).toList();
        assertThat(people).isEqualTo(whole);
        assertThat(pages).isEqualTo((whole.size() + 6) / 7).isGreaterThan(2);
    }

    @Test
    void theLinkToTheNextPageNamesTheSweepSoThatALaterOneDoesNotChangeTheList() throws Exception {
        String link = get("markets/M:9/suspensions" + DAY + "&limit=2")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertThat(link).contains("rel=\"next\"", "sweep=2022-04-07.1", "limit=2");
        String address = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        JsonNode rest = TREES.readTree(
                Http.send(HttpRequest.newBuilder(URI.create(address))).body());
        assertThat(texts(rest.at("/people").findValue("rules"))).contains("FM-3D");
        assertThat(rest.at("/people/0/personId").asText()).isEqualTo(ODD.get(2));
    }

    @Test
    void csvIsSafeToOpenInASpreadsheet() {
        HttpResponse<String> answer = get("markets/M:9/suspensions" + DAY, "Accept", "text/csv");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"suspensions_M_9_2022-04-07.csv\"");
        assertThat(answer.headers().firstValue("Anxin-Sweep")).hasValue("2022-04-07.1");
        assertThat(answer.headers().firstValue("Anxin-As-Of")).hasValue("2022-04-07");
        assertThat(answer.body()).isEqualTo("""
                person_id,operator_ids,due_on,status,action,rules
                '-1-1,,2022-01-03,OVERDUE,SUSPEND,EM-FM-1D FM-3D
                '-A1,,2022-01-03,OVERDUE,SUSPEND,EM-FM-1D FM-3D
                '330108199001011234,,2022-01-03,OVERDUE,SUSPEND,EM-FM-1D FM-3D
                """.replace("\n", "\r\n"));
    }

    @Test
    void xlsxHasCellsOfTextAndHeadingsInBothLanguages() throws Exception {
        String path = "markets/M:9/suspensions" + DAY + "&format=xlsx";
        HttpResponse<String> answer = get(path, "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(XLSX);
        byte[] file = bytes(path);
        assertThat(bytes(path)).isEqualTo(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("暂停经营 suspensions 2022-04-07");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("人员编号 Person");
            assertThat(rows.stream().skip(1).map(row -> row.getCellText(0))).isEqualTo(ODD);
            for (Row row : rows) {
                for (Cell cell : row) {
                    assertThat(cell == null || cell.getType() == CellType.STRING)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyFormatStaysAsIssuedToTheByte() throws Exception {
        List<String> paths = Stream.of("json", "csv", "xlsx")
                .map(format -> "markets/M.8/suspensions" + DAY + "&format=" + format)
                .toList();
        List<byte[]> issued = new ArrayList<>();
        for (String path : paths) {
            issued.add(bytes(path));
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from assignments where market_no = (select no from markets where id = 'M.8')");
            statement.execute("update markets set name = '旧', type = 'PROFESSIONAL' where id = 'M.8'");
            PlainSweep.run(connection, rules.current(), "2022-04-08");
        }
        assertThat(json("markets/M.8/suspensions?asOf=2022-04-08").get("people"))
                .isEmpty();
        for (int i = 0; i < paths.size(); i++) {
            assertThat(bytes(paths.get(i))).isEqualTo(issued.get(i));
        }
        assertThat(new String(issued.get(1), StandardCharsets.UTF_8)).contains("gone,,2022-01-03,OVERDUE,SUSPEND,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv, application/json;q=0.5 | text/csv; charset=UTF-8",
                "application/*;q=0.1, text/* | text/csv; charset=UTF-8",
                "application/json;q=0, */* | text/csv; charset=UTF-8",
                "*/* | application/json",
                XLSX + " | " + XLSX
            })
    void theFormatIsTheOneThatTheClientPrefers(String accept, String type) {
        assertThat(get("markets/M-01/warnings" + DAY, "Accept", accept)
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets/M-404/warnings?asOf=2022-04-07 | 404 | not-found",
                "markets/M-01/warnings?asOf=2022-04-06 | 404 | not-swept",
                "markets/M-01/warnings | 404 | not-swept",
                "markets/M-01/warnings?sweep=2022-04-07.9 | 404 | not-swept",
                "markets/M-01/warnings?asOf=2022-04-06&sweep=2022-04-07.1 | 404 | not-swept",
                "markets/M-01/warnings?asof=2022-04-07 | 400 | UNKNOWN_PARAMETER",
                "markets/M-01/warnings?asOf=2022-04-31 | 400 | IMPOSSIBLE_DATE",
                "markets/M-01/warnings?asOf=2022-04-07&format=pdf | 400 | UNKNOWN_FORMAT",
                "markets/M-01/warnings?asOf=2022-04-07&limit=0 | 400 | BAD_LIMIT",
                "markets/M-01/warnings?asOf=2022-04-07&after=P-404 | 400 | BAD_CURSOR",
                "markets/M%20/warnings?asOf=2022-04-07 | 400 | BAD_ID",
                "people/P-404/suspensions | 404 | not-found",
                "people/P-000001/suspensions?asOf=2022-04-07 | 400 | bad-request",
                "people/P-404/timeline | 404 | not-found",
                "people/P-404/decision | 404 | not-found",
                "people/P-000001/decision?knownAt=2022-04-07 | 400 | BAD_MOMENT",
                "people/P-000001/decision?knownAt=2022-02-30T00:00:00Z | 400 | IMPOSSIBLE_DATE",
                "people/P-000001/decision?knownAt=2022-04-07T00:00:00Z | 409 | no-assignment",
                "people/P-000001/decision?ruleset=sha256:0 | 404 | unknown-ruleset",
                "forecast?from=2022-04-08&to=2022-04-07 | 400 | TO_BEFORE_FROM",
                "forecast?from=2022-04-08&to=2022-07-09 | 400 | RANGE_TOO_LONG",
                "forecast?from=2022-04-08&market=M-404 | 400 | UNKNOWN_REFERENCE"
            })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String said) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(said);
    }

    @Test
    void aTypeThatIsNoneOfTheThreeIsNotAcceptable() {
        assertThat(get("markets/M-01/warnings" + DAY, "Accept", "text/html").statusCode())
                .isEqualTo(406);
    }

    @Test
    void everyStoredDecisionIsTheOneThatEvaluatingGives() throws Exception {
        JsonNode evaluated =
                TREES.readTree(Http.post(service.resolve("evaluate"), Http.JSON, TestFiles.demo("evaluate.json"))
                        .body());
        for (int i = 0; i < 2064; i += 40) {
            JsonNode entry = evaluated.get("personnel").get(i);
            String path = "people/" + entry.get("personId").asText() + "/decision" + DAY;
            HttpResponse<String> answer = get(path);
            String document = "{\"asOf\":\"2022-04-07\",\"ruleset\":\""
                    + evaluated.get("ruleset").asText() + "\","
                    + entry.toString().substring(1);
            assertThat(answer.body()).isEqualTo(document);
            assertThat(answer.headers().firstValue("Anxin-Ruleset"))
                    .hasValue(evaluated.get("ruleset").asText());
            assertThat(answer.headers().firstValue("Anxin-As-Of")).hasValue("2022-04-07");
        }
    }

    @Test
    void aStoredRulesetAnswersAsTheActiveOneDoes() throws Exception {
        Policy other = RuleTexts.shipped()
                .replacing("testing/cadence.drl", "every(3).days()", "every(5).days()")
                .policy();
        rulesets.keep(other);
        String id = other.ruleset().id();
        JsonNode decision = json("people/-A1/decision" + DAY + "&ruleset=" + id);
        assertThat(decision.get("dueOn").asText()).isEqualTo("2022-01-05");
        String request = "{\"asOf\":\"2022-04-07\",\"personnel\":[{\"id\":\"-A1\",\"assignments\":[{\"market\":"
                + "{\"id\":\"M:9\",\"type\":\"FARMERS\"},\"category\":\"STAFF\",\"from\":\"2022-01-01\"}]}]}";
        HttpResponse<String> answer = Http.post(service.resolve("evaluate?ruleset=" + id), Http.JSON, request);
        assertThat(answer.headers().firstValue("Anxin-Ruleset")).hasValue(id);
        assertThat(TREES.readTree(answer.body()).at("/personnel/0/dueOn").asText())
                .isEqualTo("2022-01-05");
        String lines = "{\"person\":" + request.substring(request.indexOf("[{") + 1, request.length() - 2) + "}\n";
        assertThat(Http.post(service.resolve("evaluate?asOf=2022-04-07&ruleset=" + id), Http.NDJSON, lines)
                        .body())
                .contains("\"dueOn\":\"2022-01-05\"");
        String unknown = "sha256:" + "0".repeat(64);
        assertThat(Http.post(service.resolve("evaluate?ruleset=" + unknown), Http.JSON, request)
                        .statusCode())
                .isEqualTo(404);
        assertThat(json("forecast?from=2022-04-08&ruleset=" + id).get("ruleset").asText())
                .isEqualTo(id);
    }

    @Test
    void aTimelineCanBeReadToItsEndInPages() throws Exception {
        String path = "people/P-000001/timeline" + DAY;
        JsonNode whole = json(path);
        assertThat(whole.get("personId").asText()).isEqualTo("P-000001");
        assertThat(whole.get("undecidable").isNull()).isTrue();
        List<String> dates = each(whole.get("events"))
                .map(event -> event.get("date").asText())
                .toList();
        assertThat(dates).isSorted().hasSizeGreaterThan(12).allMatch(date -> date.compareTo("2022-04-07") <= 0);
        List<JsonNode> events = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(path + "&limit=5" + next);
            each(page.get("events")).forEach(events::add);
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
        } while (!next.isEmpty());
        assertThat(events).isEqualTo(each(whole.get("events")).toList());
        JsonNode sample = each(whole.get("events"))
                .filter(event -> event.get("kind").asText().equals("SAMPLED"))
                .findFirst()
                .orElseThrow();
        assertThat(sample.at("/details/takenAt").asText()).isEqualTo("2022-02-26T17:05+08:00");
        assertThat(json(path + "&knownAt=2022-04-07T00:00:00+08:00").get("events"))
                .isEmpty();
    }

    @Test
    void suspensionsOfAPersonTellTheSweepThatOpenedThem() throws Exception {
        JsonNode suspensions = json("people/-A1/suspensions");
        assertThat(suspensions.toString())
                .isEqualTo("{\"personId\":\"-A1\",\"suspensions\":[{\"action\":\"SUSPEND\",\"rules\":[\"EM-FM-1D\","
                        + "\"FM-3D\"],\"opened\":{\"sweepId\":\"2022-04-07.1\",\"asOf\":\"2022-04-07\",\"samples\":[]},"
                        + "\"lifted\":null}]}");
        assertThat(json("people/P-000001/suspensions").get("suspensions")).isEmpty();
    }

    @Test
    void aForecastHasEveryMarketAndDayInEveryFormat() throws Exception {
        String path = "forecast?from=2022-04-08&to=2022-04-10";
        JsonNode forecast = json(path);
        assertThat(each(forecast.get("markets"))
                        .map(market -> market.get("marketId").asText()))
                .hasSize(13)
                .isSorted()
                .contains("M:9");
        assertThat(forecast.at("/total/2/date").asText()).isEqualTo("2022-04-10");
        JsonNode odd = json(path + "&market=M:9");
        assertThat(odd.get("markets").toString())
                .isEqualTo("[{\"marketId\":\"M:9\",\"days\":[{\"date\":\"2022-04-08\",\"people\":3},"
                        + "{\"date\":\"2022-04-09\",\"people\":0},{\"date\":\"2022-04-10\",\"people\":3}]}]");
        HttpResponse<String> csv = get(path + "&market=M:9&format=csv");
        assertThat(csv.body())
                .isEqualTo("market_id,date,people\r\nM:9,2022-04-08,3\r\nM:9,2022-04-09,0\r\nM:9,2022-04-10,3\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"forecast_2022-04-08_2022-04-10.csv\"");
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes(path + "&market=M:9&format=xlsx")))) {
            Row row = book.getFirstSheet().read().get(1);
            assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCellAsNumber(2).orElseThrow().intValue()).isEqualTo(3);
        }
        assertThat(json("forecast").get("markets").get(0).get("days")).hasSize(7);
    }
}
