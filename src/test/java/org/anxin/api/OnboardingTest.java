package org.anxin.api;

import static org.anxin.api.RecordClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.anxin.registry.DemoDistrict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is ready, the two lists, coverage and figures over HTTP: the demo district, and a market of our own. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingTest {
    private static final String DAY = "?asOf=2022-04-07";
    private static final String OURS = "markets/T-M/";

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    private RecordClient records;
    private Instant before;

    @BeforeAll
    void load() throws SQLException, IOException {
        clear();
        try (Connection connection = database.getConnection()) {
            DemoDistrict.load(connection);
            connection.createStatement().execute("discard temp");
        }
        records = new RecordClient(service);
        records.has("letters/L-1", "{\"validFrom\":\"2022-02-20\",\"zh\":\"第一条\\n第二条\",\"en\":\"one\\ntwo\"}");
        records.has("markets/T-M", "{\"name\":\"x\",\"type\":\"PROFESSIONAL\"}");
        records.has("operators/T-O", "{\"marketId\":\"T-M\",\"name\":\"x\",\"sellsImported\":true}");
        records.has(
                "operators/T-R",
                "{\"marketId\":\"T-M\",\"name\":\"x\",\"activatedOn\":\"2022-02-20\","
                        + "\"letterSignedOn\":\"2022-02-21\"}");
        records.has("people/T-P", "{}");
        records.has("people/T-P/assignments/T-M/DIRECT_CONTACT/2022-01-01", "{\"operatorId\":\"T-O\"}");
        before = now();
        csv("operator-activations", "operator_id,from,to\nT-O,2022-04-07,\n");
        csv("operator-signatures", "operator_id,letter_id,signed_on\nT-O,L-1,2022-04-07\n");
        csv("imported-goods", "operator_id,goods,from,to\nT-O,车厘子,2022-03-01,\n");
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(
                database,
                "markets, people, letters, samples, samples_past, assignments_past, absences_past,"
                        + " markets_past, people_past, operators_past, sample_changes, sweeps, results, results_past,"
                        + " suspensions, rulesets, activations_past, signatures_past, import_operators_past,"
                        + " imported_goods_past, contacts_past, letters_past, false_documents");
    }

    private Instant now() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private void csv(String kind, String file) {
        HttpResponse<String> answer = Http.post(service.resolve("/api/v1/imports/" + kind), "text/csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("rejected")).as(answer.body()).isEmpty();
    }

    private JsonNode answer(String schema, String path) {
        HttpResponse<String> answer = records.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Contract.assertConforms(schema, json(answer));
        return json(answer);
    }

    private static List<String> each(JsonNode list, String... members) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> String.join(
                        " ",
                        List.of(members).stream()
                                .map(member -> one.at("/" + member).asText())
                                .toList()))
                .toList();
    }

    @Test
    void whoeverLacksSomethingIsNamedWithTheRulesBehindIt() {
        JsonNode list = answer("NotReadyList", OURS + "not-ready" + DAY);
        assertThat(each(list.get("notReady"), "subject", "id", "severity"))
                .containsExactly("OPERATOR T-R REMIND", "PERSON T-P FORBID");
        assertThat(each(list.at("/notReady/1/missing"), "code", "rule", "severity", "directive"))
                .containsExactly(
                        "ACCOUNT_NOT_ACTIVATED ON-EM-ACCOUNT FORBID BJ-2022-04-07",
                        "LETTER_UNSIGNED ON-EM-LETTER FORBID BJ-2022-04-07");
        assertThat(list.at("/notReady/1/operatorIds/0").asText()).isEqualTo("T-O");
        assertThat(each(
                        answer("NotReadyList", OURS + "not-ready?asOf=2022-04-06")
                                .get("notReady"),
                        "id"))
                .containsExactly("T-O", "T-R", "T-P");
    }

    @Test
    void whatWasKnownBeforeIsDecidedAsItWas() {
        JsonNode list = answer("NotReadyList", OURS + "not-ready" + DAY + "&knownAt=" + before);
        assertThat(each(list.get("notReady"), "id")).containsExactly("T-O", "T-R", "T-P");
    }

    @Test
    void pagesTogetherAreTheWholeListAsJsonAndAsCsv() {
        String path = "markets/M-11/not-ready" + DAY;
        List<String> whole = each(answer("NotReadyList", path).get("notReady"), "subject", "id");
        assertThat(whole).hasSizeGreaterThan(500);
        List<String> paged = new ArrayList<>();
        String after = "";
        while (after != null) {
            HttpResponse<String> answer = records.get(path + "&limit=200" + after);
            paged.addAll(each(json(answer).get("notReady"), "subject", "id"));
            String next = json(answer).get("next").asText(null);
            assertThat(answer.headers().firstValue("Link").isPresent()).isEqualTo(next != null);
            after = next == null ? null : "&after=" + next;
        }
        assertThat(paged).isEqualTo(whole);
        HttpResponse<String> csv = records.get(path + "&format=csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("notready_M-11_2022-04-07.csv"));
        assertThat(csv.body().lines()).hasSize(whole.size() + 1);
        assertThat(csv.body().lines().findFirst())
                .hasValueSatisfying(header -> assertThat(header)
                        .endsWith("subject,id,operator_ids,severity,missing,rules,message_zh,message_en"));
    }

    @Test
    void aLinkToTheNextPageCanBeFollowed() {
        String link = records.get("markets/M-11/not-ready" + DAY + "&limit=1")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        String address = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        HttpResponse<String> next = Http.send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(json(next).get("notReady")).as(next.body()).hasSize(1);
    }

    @Test
    void theTwoListsNameGoodsAndContactsAndWhoChangedThem() {
        records.has("operators/T-O/contacts/T-P/2022-04-01", "{\"contact\":\"DIRECT\"}");
        JsonNode lists = answer("ImportLists", OURS + "imported-goods" + DAY);
        assertThat(each(lists.get("operators"), "operatorId", "listed", "goods/0/goods", "contacts/0/contact"))
                .containsExactly("T-O false 车厘子 DIRECT");
        assertThat(answer("ImportLists", OURS + "imported-goods?asOf=2022-02-28")
                        .get("operators"))
                .isEmpty();
        String csv = records.get(OURS + "imported-goods" + DAY + "&format=csv").body();
        assertThat(csv).contains("GOODS,T-O,车厘子,,,2022-03-01,", "CONTACTS,T-O,,T-P,DIRECT,2022-04-01,");
        records.has("operators/T-O/contacts/T-P/2022-04-01", "{\"contact\":\"INDIRECT\"}");
        records.delete("operators/T-O/contacts/T-P/2022-04-01");
        JsonNode changes = answer("ImportChanges", OURS + "imported-goods/changes?limit=3");
        assertThat(each(changes.get("changes"), "change", "list", "personId", "contact", "by"))
                .containsExactly(
                        "REMOVED CONTACTS T-P INDIRECT local",
                        "CHANGED CONTACTS T-P INDIRECT local",
                        "ADDED CONTACTS T-P DIRECT local");
        assertThat(each(
                        answer("ImportChanges", OURS + "imported-goods/changes?limit=3&after=3")
                                .get("changes"),
                        "change",
                        "list",
                        "goods"))
                .endsWith("ADDED GOODS 车厘子");
    }

    @Test
    void sellingImportedGoodsWithoutBeingOnTheListIsAFinding() {
        String path = OURS + "imported-goods/findings" + DAY;
        assertThat(each(answer("ImportFindings", path).get("findings"), "id", "code", "severity", "rule"))
                .containsExactly("T-O IMPORTER_NOT_LISTED FORBID IG-GOODS-OWNER");
        records.has("operators/T-O/import-listings/2022-04-07", "{}");
        assertThat(each(answer("ImportFindings", path).get("findings"), "subject", "id", "code", "severity"))
                .containsExactly("OPERATOR T-O CONTACT_MISSING REMIND", "PERSON T-P CONTACT_UNLISTED REMIND");
        records.delete("operators/T-O/import-listings/2022-04-07");
        HttpResponse<String> xlsx = records.get(path + "&format=xlsx");
        assertThat(xlsx.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
    }

    @Test
    void whatSomebodySignedDoesNotChange() {
        String other = "{\"validFrom\":\"2022-02-20\",\"zh\":\"另一份\",\"en\":\"another\"}";
        HttpResponse<String> changed = records.put("letters/L-1", other);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(json(changed).get("detail").asText()).contains("签订 1", "signatures 1");
        assertThat(records.delete("letters/L-1").statusCode()).isEqualTo(409);
        HttpResponse<String> stored = records.get("letters/L-1");
        assertThat(json(stored).get("zh").asText()).isEqualTo("第一条\n第二条");
        assertThat(records.put("letters/L-1", stored.body()).statusCode()).isEqualTo(200);
        records.has("letters/L-free", other);
        assertThat(records.put("letters/L-free", other.replace("另", "又")).statusCode())
                .isEqualTo(200);
        assertThat(records.delete("letters/L-free").statusCode()).isEqualTo(204);
    }

    @Test
    void recordsKeepTheirPreconditions() {
        String path = "people/T-P/activations/2022-06-01";
        HttpResponse<String> made = records.put(path, "{}", "If-None-Match", "*");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/" + path);
        assertThat(records.put(path, "{\"to\":\"2022-07-01\"}", "If-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(records.put(path, "{\"to\":\"2022-07-01\"}", "If-Match", RecordClient.tag(made))
                        .statusCode())
                .isEqualTo(200);
        assertThat(records.delete("people/T-P").body()).contains("activations, signatures and contacts");
        assertThat(records.delete(path).statusCode()).isEqualTo(204);
        assertThat(records.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people/T-P/activations/2022-05-01 | {\"to\":\"2022-04-30\"} | 400 | TO_BEFORE_FROM",
                "people/T-P/activations/2022-05-01 | {\"operatorId\":\"T-O\"} | 400 | UNKNOWN_FIELD",
                "people/T-P/activations/5 | {} | 400 | BAD_DATE",
                "people/nobody/activations/2022-05-01 | {} | 404 |",
                "operators/nobody/import-listings/2022-05-01 | {} | 404 |",
                "operators/T-O/signatures/L-none | {\"signedOn\":\"2022-04-01\"} | 400 | UNKNOWN_REFERENCE",
                "operators/T-O/signatures/L-1 | {} | 400 | REQUIRED",
                "operators/T-O/contacts/nobody/2022-05-01 | {\"contact\":\"DIRECT\"} | 400 | UNKNOWN_REFERENCE",
                "operators/T-O/contacts/T-P/2022-05-01 | {\"contact\":\"NEAR\"} | 400 | UNDECLARED_WORD",
                "operators/T-O/imported-goods/x/2022-05-01 | {\"goods\":\"y\"} | 400 | DIFFERS_FROM_ADDRESS",
                "letters/L-9 | {\"validFrom\":\"2022-04-01\",\"zh\":\" \",\"en\":\"x\"} | 400 | REQUIRED"
            })
    void whatDoesNotFitIsRefused(String path, String body, int status, String code) {
        HttpResponse<String> answer = records.put(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (code != null) {
            assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "markets/T-none/not-ready, 404",
        "markets/T-none/coverage, 404",
        "markets/T-none/imported-goods, 404",
        "markets/T-none/imported-goods/findings, 404",
        "markets/T-none/imported-goods/changes, 404",
        "markets/T-M/not-ready?after=x, 400",
        "markets/T-M/not-ready?asof=2022-04-07, 400",
        "markets/T-M/coverage?format=pdf, 400",
        "figures?asOf=2022-02-30, 400",
        "figures?ruleset=x, 404"
    })
    void whatCannotBeAskedIsRefused(String path, int status) {
        HttpResponse<String> answer = records.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Contract.assertConforms("Problem", json(answer));
    }

    @Test
    void coverageCountsOperatorsAndPeopleApart() {
        JsonNode market = answer("Coverage", "markets/M-11/coverage" + DAY).at("/markets/0");
        assertThat(market.at("/operators").toString())
                .isEqualTo(
                        "{\"registered\":374,\"current\":374,\"activated\":374,\"signed\":374,\"outdated\":0,\"ready\":374}");
        assertThat(market.at("/people").toString())
                .isEqualTo(
                        "{\"registered\":692,\"current\":607,\"activated\":0,\"signed\":0,\"outdated\":0,\"ready\":0}");
        JsonNode district = answer("Coverage", "coverage" + DAY);
        assertThat(district.get("markets")).hasSize(12).contains(market);
        assertThat(records.get("coverage" + DAY + "&format=csv").body().lines()).hasSize(13);
    }

    @Test
    void theFiguresOfTheDemoDistrictAreItsTotals() throws Exception {
        assertThat(answer("Figures", "figures?asOf=2022-04-06").get("tests").isNull())
                .isTrue();
        JsonNode run = swept("2022-04-07");
        JsonNode figures = answer("Figures", "figures" + DAY);
        assertThat(each(
                        figures.get("byMarketType"),
                        "marketType",
                        "markets",
                        "operators/registered",
                        "staff/registered"))
                // Our own market is a professional one with two operators and a person.
                .containsExactly("FARMERS 10 450 1372", "PROFESSIONAL 2 376 693");
        assertThat(figures.at("/staff/registered").asInt()).isEqualTo(2065);
        assertThat(figures.at("/unassigned").asInt()).isZero();
        JsonNode tests = figures.get("tests");
        assertThat(tests.get("sweepId")).isEqualTo(run.get("id"));
        assertThat(tests.get("overdue")).isEqualTo(run.at("/byStatus/OVERDUE"));
        assertThat(tests.get("due")).isEqualTo(run.at("/byStatus/DUE_TODAY"));
        assertThat(tests.get("done").asInt()).isPositive();
    }

    @Test
    void theFiguresOfTheDemoDistrictAdmitTwentyTwoBatchesAndMissChecks() throws Exception {
        String batches = TestFiles.text("/demo/binjiang-2022-04/batches.ndjson");
        assertThat(Http.post(service.resolve("/api/v1/batches" + DAY), Http.NDJSON, batches)
                        .statusCode())
                .isEqualTo(200);
        JsonNode figures = answer("Figures", "figures" + DAY);
        assertThat(figures.at("/batches/declared").asInt()).isEqualTo(31);
        assertThat(figures.at("/batches/admitted").asInt()).isEqualTo(22);
        assertThat(figures.at("/batches/refused").asInt()).isEqualTo(9);
        assertThat(figures.at("/batches/refusedByCode")).isNotEmpty();
        assertThat(figures.at("/checks/marketsWithGaps").asInt()).isEqualTo(12);
        assertThat(answer("Figures", "figures?asOf=2022-04-06")
                        .at("/batches/declared")
                        .asInt())
                .isZero();
    }

    private JsonNode swept(String asOf) throws InterruptedException {
        HttpResponse<String> asked =
                Http.post(service.resolve("/api/v1/sweeps"), Http.JSON, "{\"asOf\":\"" + asOf + "\"}");
        String path = asked.headers().firstValue("Location").orElseThrow().substring("/api/v1/".length());
        for (int i = 0; i < 1500; i++) {
            JsonNode run = json(records.get(path));
            if (!run.get("state").asText().equals("RUNNING")) {
                return run;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("still running");
    }
}
