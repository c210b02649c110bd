package org.anxin.api;

import static org.anxin.api.RecordClient.json;
import static org.anxin.api.RecordClient.tag;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single markets, operators, people, assignments and absences over HTTP (SPEC section 7). */
@QuarkusTest
@Timeout(60)
class RecordsTest {
    private static final String MARKET = "{\"name\":\"第1农贸市场\",\"type\":\"FARMERS\",\"subdistrict\":\"西兴街道\"}";
    private static final String OPERATOR = "{\"marketId\":\"R-M\",\"name\":\"唐记\",\"sellsImported\":true,"
            + "\"activatedOn\":\"2022-02-20\",\"letterSignedOn\":null}";
    private static final String PERSON =
            "{\"name\":\"张军\",\"idNumber\":\"999999196405050002\",\"phone\":\"10000000000\"}";
    private static final String ASSIGNMENT = "people/R-P/assignments/R-M/STAFF/2022-01-01";

    @TestHTTPResource("/")
    URI service;

    private RecordClient records;

    @BeforeEach
    void register() {
        records = new RecordClient(service);
        records.has("markets/R-M", MARKET);
        records.has("operators/R-O", OPERATOR);
        records.has("people/R-P", PERSON);
        records.has(ASSIGNMENT, "{\"operatorId\":\"R-O\",\"to\":null}");
        records.has("people/R-P/absences/2022-03-01", "{\"to\":\"2022-03-05\",\"reason\":\"请假\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets/R-M | {\"id\":\"R-M\",\"name\":\"第1农贸市场\",\"type\":\"FARMERS\",\"subdistrict\":\"西兴街道\"}",
                "operators/R-O | {\"id\":\"R-O\",\"marketId\":\"R-M\",\"name\":\"唐记\",\"sellsImported\":true,"
                        + "\"activatedOn\":\"2022-02-20\",\"letterSignedOn\":null}",
                "people/R-P | {\"id\":\"R-P\",\"name\":\"张军\",\"idNumber\":\"999999196405050002\","
                        + "\"phone\":\"10000000000\",\"releasedOn\":null}",
                "people/R-P/release | {\"id\":\"R-P\",\"releasedOn\":null}",
                "people/R-P/assignments/R-M/STAFF/2022-01-01 | {\"personId\":\"R-P\",\"marketId\":\"R-M\","
                        + "\"category\":\"STAFF\",\"from\":\"2022-01-01\",\"operatorId\":\"R-O\",\"to\":null}",
                "people/R-P/absences/2022-03-01 | {\"personId\":\"R-P\",\"from\":\"2022-03-01\","
                        + "\"to\":\"2022-03-05\",\"reason\":\"请假\"}"
            })
    void whatWasPutIsReadAndCanBePutBackAsItIs(String path, String expected) {
        HttpResponse<String> read = records.get(path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(expected);
        HttpResponse<String> again = records.put(path, read.body(), "If-Match", tag(read));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(expected);
        assertThat(tag(again)).isEqualTo(tag(read));
        assertThat(records.get(path, "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
        assertThat(records.get(path, "If-None-Match", "\"x\", W/" + tag(read)).statusCode())
                .isEqualTo(304);
        assertThat(records.get(path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewRecordIsCreatedAtItsAddressAndDeletedAgain() {
        HttpResponse<String> created = records.put("markets/R-new", MARKET, "If-None-Match", "*");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/markets/R-new");
        assertThat(json(created)).isEqualTo(json(records.get("markets/R-new")));
        assertThat(records.put("markets/R-new", MARKET, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(records.delete("markets/R-new", "If-Match", "\"stale\"").statusCode())
                .isEqualTo(412);
        assertThat(records.delete("markets/R-new", "If-Match", tag(created)).statusCode())
                .isEqualTo(204);
        assertThat(records.get("markets/R-new").statusCode()).isEqualTo(404);
        assertThat(records.delete("markets/R-new").statusCode()).isEqualTo(404);
        assertThat(records.put("markets/R-new", MARKET, "If-Match", tag(created))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aChangedRecordHasAnotherTagAndTheOldOneNoLongerWrites() {
        HttpResponse<String> before = records.get("people/R-P");
        HttpResponse<String> changed =
                records.put("people/R-P", "{\"name\":\"张军军\"}", "If-Match", "\"other\", " + tag(before));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("phone").isNull()).isTrue();
        assertThat(records.put("people/R-P", PERSON, "If-Match", tag(before)).statusCode())
                .isEqualTo(412);
        assertThat(records.put("people/R-P", PERSON, "If-Match", "W/" + tag(changed))
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> back = records.put("people/R-P", PERSON, "If-Match", tag(changed));
        assertThat(back.body()).isEqualTo(before.body());
        assertThat(tag(back)).isNotEqualTo(tag(before));
        assertThat(records.put("people/R-P", PERSON, "If-Match", "unquoted").statusCode())
                .isEqualTo(400);
    }

    @Test
    void ofTwoThatWriteOverTheSameStateOneWins() throws Exception {
        String tag = tag(records.get("operators/R-O"));
        List<Integer> statuses = atOnce(
                8,
                n -> records.put("operators/R-O", OPERATOR.replace("唐记", "唐记" + n), "If-Match", tag)
                        .statusCode());
        assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s != 200).containsOnly(412);
    }

    @Test
    void ofThoseThatCreateOneWinsAndOfThoseThatDoNotCareAllAreServed() throws Exception {
        List<Integer> creating = atOnce(
                8,
                n -> records.put("people/R-race", PERSON.replace("张军", "张" + n), "If-None-Match", "*")
                        .statusCode());
        assertThat(creating).containsOnlyOnce(201).filteredOn(s -> s != 201).containsOnly(412);
        records.delete("people/R-race");
        List<Integer> carefree = atOnce(
                8,
                n -> records.put("people/R-race", PERSON.replace("张军", "张" + n)).statusCode());
        assertThat(carefree).containsOnlyOnce(201).filteredOn(s -> s != 201).containsOnly(200);
        records.delete("people/R-race");
    }

    @Test
    void whoeverDeletesWhileOthersReferNeverBreaksAnything() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            records.has("markets/R-shaky", MARKET);
            statuses.addAll(atOnce(
                    6,
                    n -> n % 2 == 0
                            ? records.delete("markets/R-shaky").statusCode()
                            : records.put("operators/R-shaky-" + n, OPERATOR.replace("R-M", "R-shaky"))
                                    .statusCode()));
            for (int n = 0; n < 6; n++) {
                records.delete("operators/R-shaky-" + n);
            }
            records.delete("markets/R-shaky");
        }
        assertThat(statuses).isSubsetOf(200, 201, 204, 400, 404, 409);
        assertThat(records.get("markets/R-shaky").statusCode()).isEqualTo(404);
    }

    private interface Request {
        int send(int n);
    }

    private static List<Integer> atOnce(int count, Request request) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int n = i;
                calls.add(() -> request.send(n));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets/R-M | operators",
                "operators/R-O | 岗位 1",
                "people/R-P | end the person's assignments instead"
            })
    void whatIsStillReferredToStaysAndTheAnswerSaysByWhat(String path, String said) {
        HttpResponse<String> answer = records.delete(path);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("detail").asText()).contains("仍被引用", "Still referred to", said);
        assertThat(records.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void everythingCanBeDeletedFromTheLeavesOn() {
        records.has("markets/D-M", MARKET);
        records.has("operators/D-O", OPERATOR.replace("R-M", "D-M"));
        records.has("people/D-P", "{}");
        records.has("people/D-P/assignments/D-M/STAFF/2022-01-01", "{\"operatorId\":\"D-O\"}");
        records.has("people/D-P/absences/2022-03-01", "{}");
        for (String path : List.of(
                "people/D-P/absences/2022-03-01",
                "people/D-P/assignments/D-M/STAFF/2022-01-01",
                "people/D-P",
                "operators/D-O",
                "markets/D-M")) {
            assertThat(records.delete(path).statusCode()).as(path).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets/R-x | {} | /name REQUIRED, /type REQUIRED",
                "markets/R-x | {\"name\":\" \",\"type\":\"FARMER\"} | /name REQUIRED, /type UNDECLARED_WORD",
                "markets/R-x | {\"name\":\"x\",\"type\":\"FARMERS\",\"subdistric\":\"x\"} | /subdistric UNKNOWN_FIELD",
                "markets/R-x | {\"id\":\"R-y\",\"name\":\"x\",\"type\":\"FARMERS\"} | /id DIFFERS_FROM_ADDRESS",
                "markets/R-x | [] | . WRONG_TYPE",
                "markets/R-x | '' | . EMPTY_BODY",
                "operators/R-x | {\"marketId\":\"R-none\",\"activatedOn\":\"2022-02-30\"} "
                        + "| /marketId UNKNOWN_REFERENCE, /activatedOn IMPOSSIBLE_DATE, /name REQUIRED",
                "operators/R-x | {\"marketId\":\"R-M\",\"name\":\"x\",\"sellsImported\":\"yes\"} | /sellsImported WRONG_TYPE",
                "people/R-x | {\"releasedOn\":\"1899-12-31\",\"phone\":1} | /releasedOn DATE_OUT_OF_RANGE, /phone WRONG_TYPE",
                "people/R-P/release | {\"releasedOn\":\"soon\"} | /releasedOn BAD_DATE",
                "people/R-P/assignments/R-none/STAF/2022-01-02 | {\"operatorId\":\"R-none\",\"to\":\"2022-01-01\"} "
                        + "| /operatorId UNKNOWN_REFERENCE, /marketId UNKNOWN_REFERENCE, /category UNDECLARED_WORD, "
                        + "/to TO_BEFORE_FROM",
                "people/R-P/assignments/R-M/STAFF/2022-01-02 | {\"from\":\"2022-01-01\"} | /from DIFFERS_FROM_ADDRESS",
                "people/R-P/absences/2022-01-02 | {\"to\":\"2022-01-01\"} | /to TO_BEFORE_FROM"
            })
    void everyMistakeOfABodyIsToldAtOnceWithItsPlace(String path, String body, String mistakes) {
        HttpResponse<String> answer = records.put(path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.PROBLEM_JSON);
        List<String> told = new ArrayList<>();
        for (JsonNode error : json(answer).get("errors")) {
            String pointer = error.get("pointer").asText();
            told.add((pointer.isEmpty() ? "." : pointer) + " "
                    + error.get("code").asText());
        }
        assertThat(String.join(", ", told)).isEqualTo(mistakes);
    }

    @Test
    void aMistypedWordIsAnsweredWithTheNearestOneAlsoInTheAddress() {
        assertThat(records.put("markets/R-x", "{\"name\":\"x\",\"type\":\"FARMER\"}")
                        .body())
                .contains("FARMERS");
        assertThat(records.put("people/R-P/assignments/R-M/STAF/2022-01-02", "{}")
                        .body())
                .contains("STAFF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "markets/a%20b | 400 | BAD_ID",
                "people/R-P/absences/2022-02-30 | 400 | IMPOSSIBLE_DATE",
                "people/R-P/assignments/R-M/a%00/2022-01-01 | 400 | BAD_TEXT",
                "people/R-P/assignments/R-M/STAFF/x | 400 | BAD_DATE",
                "markets/R-M?limit=1 | 400 | bad-request",
                "markets?limit=0 | 400 | BAD_LIMIT",
                "markets?limit=1001 | 400 | BAD_LIMIT",
                "markets?after=%2F | 400 | BAD_CURSOR",
                "markets?afte=x | 400 | did you mean",
                "operators?market=R-none | 400 | UNKNOWN_REFERENCE",
                "people?market=R-none | 400 | UNKNOWN_REFERENCE",
                "people/R-P/assignments?after=x | 400 | BAD_CURSOR",
                "people/R-P/absences?after=x | 400 | BAD_CURSOR",
                "people/R-none/assignments | 404 | not-found",
                "people/R-none/absences | 404 | not-found",
                "people/R-none/release | 404 | not-found",
                "people/R-none/absences/2022-01-01 | 404 | not-found",
                "people/R-P/assignments/R-M/STAFF/2022-01-02 | 404 | not-found"
            })
    void anAddressThatIsNoneIsRefusedOrNotFound(String path, int status, String said) {
        HttpResponse<String> answer = records.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"people/R-none/release", "people/R-none/assignments/R-M/STAFF/2022-01-01"})
    void whatBelongsToNobodyIsNotCreated(String path) {
        assertThat(records.put(path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLargeOrNoJsonIsRefused() {
        assertThat(records.put("markets/R-x", " ".repeat(70_000) + MARKET).statusCode())
                .isEqualTo(413);
        assertThat(Http.post(service.resolve("/api/v1/markets/R-x"), Http.JSON, MARKET)
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aReleaseIsSetAndWithdrawnWithoutTouchingTheRest() {
        HttpResponse<String> released = records.put("people/R-P/release", "{\"releasedOn\":\"2022-04-01\"}");
        assertThat(json(released)).isEqualTo(json("{\"id\":\"R-P\",\"releasedOn\":\"2022-04-01\"}"));
        assertThat(json(records.get("people/R-P")))
                .isEqualTo(json(PERSON.replace("{", "{\"id\":\"R-P\",\"releasedOn\":\"2022-04-01\",")));
        assertThat(records.put("people/R-P/release", "{\"releasedOn\":null}").statusCode())
                .isEqualTo(200);
        assertThat(json(records.get("people/R-P")).get("releasedOn").isNull()).isTrue();
    }

    @Test
    void aPersonPutWithoutAReleaseKeepsIt() {
        records.put("people/R-P/release", "{\"releasedOn\":\"2022-04-01\"}");
        assertThat(records.put("people/R-P", PERSON).statusCode()).isEqualTo(200);
        assertThat(json(records.get("people/R-P/release")).get("releasedOn").asText())
                .isEqualTo("2022-04-01");
        records.put("people/R-P/release", "{\"releasedOn\":null}");
    }

    @Test
    void pagesReachEverythingThatWasThereWhileOthersWrite() {
        for (int i = 0; i < 25; i++) {
            records.has("operators/R-page-%02d".formatted(i), OPERATOR);
        }
        List<String> seen = new ArrayList<>();
        String after = "R-page-";
        do {
            JsonNode page = json(records.get("operators?market=R-M&limit=7&after=" + after));
            page.get("items").forEach(item -> seen.add(item.get("id").asText()));
            after = page.get("next").asText(null);
            // One before and one behind where the reader is.
            records.has("operators/R-page-00" + seen.size(), OPERATOR);
            records.has("operators/R-page-99" + seen.size(), OPERATOR);
        } while (after != null && seen.size() < 100);
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeBetween(25, 40);
        for (int i = 0; i < 25; i++) {
            assertThat(seen).contains("R-page-%02d".formatted(i));
        }
    }

    @Test
    void peopleOfAMarketAreThoseWithAnyAssignmentThere() {
        records.has("people/R-other", "{}");
        assertThat(ids("people?market=R-M")).contains("R-P").doesNotContain("R-other");
        assertThat(ids("people")).contains("R-P", "R-other");
        assertThat(ids("operators")).contains("R-O");
        assertThat(ids("markets")).contains("R-M");
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        json(records.get(path))
                .get("items")
                .forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    @Test
    void assignmentsAndAbsencesComeInPagesToo() {
        records.has("people/R-many", "{}");
        records.has("people/R-many/assignments/R-M/TEMPORARY/2022-03-01", "{}");
        records.has("people/R-many/assignments/R-M/STAFF/2022-02-01", "{}");
        records.has("people/R-many/assignments/R-M/STAFF/2022-01-01", "{}");
        records.has("people/R-many/absences/2022-02-01", "{}");
        records.has("people/R-many/absences/2022-01-01", "{}");
        JsonNode first = json(records.get("people/R-many/assignments?limit=2"));
        assertThat(first.at("/items/0/from").asText()).isEqualTo("2022-01-01");
        assertThat(first.at("/next").asText()).isEqualTo("R-M/STAFF/2022-02-01");
        JsonNode second = json(records.get("people/R-many/assignments?limit=2&after=R-M/STAFF/2022-02-01"));
        assertThat(second.at("/items/0/category").asText()).isEqualTo("TEMPORARY");
        assertThat(second.at("/next").isNull()).isTrue();
        JsonNode absences = json(records.get("people/R-many/absences?limit=1"));
        assertThat(absences.at("/next").asText()).isEqualTo("2022-01-01");
        assertThat(json(records.get("people/R-many/absences?limit=1&after=2022-01-01"))
                        .at("/items/0/from")
                        .asText())
                .isEqualTo("2022-02-01");
    }
}
