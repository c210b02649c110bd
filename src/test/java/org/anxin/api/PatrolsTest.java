package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.anxin.api.RecordClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patrols, cameras, photos and notices over HTTP. */
@QuarkusTest
@Timeout(60)
class PatrolsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 7};
    private static final String VISIT = """
            {"id":"PT-1","marketId":"PT-M1","at":"2022-04-04T23:30:00+08:00","means":"VISIT",
             "items":[{"item":"STAFF_MASKED","passed":false,"remark":"两人"},{"item":"MARKET_CLEANED","passed":true}]}
            """;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    private RecordClient records;

    @BeforeEach
    void register() {
        records = new RecordClient(service);
        records.has("markets/PT-M1", "{\"name\":\"x\",\"type\":\"FARMERS\",\"subdistrict\":\"西兴街道\"}");
        records.has("markets/PT-M2", "{\"name\":\"x\",\"type\":\"FARMERS\"}");
        records.has("cameras/PT-K1", "{\"marketId\":\"PT-M1\",\"name\":\"东门\",\"scene\":\"ENTRANCE\"}");
    }

    @AfterEach
    void clear() throws SQLException {
        Tables.empty(database, "markets, images, rulesets");
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, Http.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) {
        return Http.post(service.resolve("/api/v1/" + path), type, body);
    }

    private String photo() {
        return json(post("patrol-photos", "image/png", PNG)).path("sha256").asText();
    }

    @Test
    void aVisitIsJudgedAtOnceAndReadAgain() {
        HttpResponse<String> first = post("patrols", VISIT);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/patrols/PT-1");
        assertConforms("Patrol", json(first));
        JsonNode finding = json(first).at("/findings/0");
        assertThat(json(first).path("on").asText()).isEqualTo("2022-04-04");
        assertThat(finding.path("item").asText()).isEqualTo("STAFF_MASKED");
        assertThat(finding.path("dueOn").asText()).isEqualTo("2022-04-07");
        assertThat(finding.path("state").asText()).isEqualTo("OPEN");
        HttpResponse<String> again = post("patrols", VISIT);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(records.get("patrols/PT-1?asOf=2022-04-08"))
                        .at("/findings/0/state")
                        .asText())
                .isEqualTo("OVERDUE");
        assertThat(json(records.get("patrols/PT-1?asOf=2022-04-03")).path("findings"))
                .isEmpty();
        HttpResponse<String> other = post("patrols", VISIT.replace("两人", "三人"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("type").asText()).isEqualTo("/problems/already-recorded");
    }

    @Test
    void theExampleOfTheContractIsAPatrol() {
        records.has("markets/M-01", "{\"name\":\"x\",\"type\":\"FARMERS\"}");
        JsonNode example = Contract.at("/paths/~1api~1v1~1patrols/post/requestBody/content/application~1json/example");
        assertConforms("PatrolInput", example);
        assertThat(post("patrols", example.toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void aVideoCheckNamesItsCameraAndKeepsTheStillImage() {
        String still = photo();
        String video = VISIT.replace("VISIT", "VIDEO");
        HttpResponse<String> without = post("patrols", video);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(json(without).findValuesAsText("pointer")).containsExactlyInAnyOrder("/camera", "/still");
        String with = video.replace("\"items\"", "\"camera\":\"PT-K1\",\"still\":\"" + still + "\",\"items\"");
        assertThat(post("patrols", with).statusCode()).isEqualTo(201);
        assertThat(json(records.get("patrols/PT-1")).path("still").asText()).isEqualTo(still);
        HttpResponse<String> elsewhere =
                post("patrols", with.replace("PT-M1", "PT-M2").replace("PT-1\"", "PT-2\""));
        assertThat(json(elsewhere).findValuesAsText("code")).containsExactly("CAMERA_ELSEWHERE");
        assertThat(records.delete("cameras/PT-K1").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT-M1 | PT-M9 | UNKNOWN_REFERENCE | /marketId",
                "2022-04-04T23:30:00+08:00 | 2022-04-04 | BAD_MOMENT | /at",
                "2022-04-04T23:30:00+08:00 | 2022-04-04T23:30:00 | OFFSET_MISSING | /at",
                "STAFF_MASKED | STAF_MASKED | UNDECLARED_WORD | /items/0/item",
                "STAFF_MASKED | MARKET_CLEANED | DUPLICATE_ITEM | /items/1/item",
                "VISIT | WALK | UNDECLARED_WORD | /means",
                "\"passed\":true | \"passed\":null | REQUIRED | /items/1/passed",
                "\"means\" | \"photos\":[\"x\"],\"means\" | UNKNOWN_REFERENCE | /photos/0"
            })
    void mistakesAreNamedWithTheirPlace(String right, String wrong, String code, String pointer) {
        HttpResponse<String> answer = post("patrols", VISIT.replace(right, wrong));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertConforms("Problem", json(answer));
        assertThat(json(answer).findValuesAsText("code")).contains(code);
        assertThat(json(answer).findValuesAsText("pointer")).contains(pointer);
        assertThat(records.get("patrols/PT-1").statusCode()).isEqualTo(404);
    }

    @Test
    void aFindingIsRectifiedWithProof() {
        String id = json(post("patrols", VISIT)).at("/findings/0/id").asText();
        String path = "patrol-findings/" + id + "/rectification";
        String proof = "{\"at\":\"2022-04-08T09:00:00+08:00\",\"proof\":\"已发放\",\"photos\":[\"" + photo() + "\"]}";
        assertThat(post(path, proof.replace("已发放", " ")).statusCode()).isEqualTo(400);
        HttpResponse<String> early = post(path, proof.replace("2022-04-08", "2022-04-04"));
        assertThat(json(early).findValuesAsText("code")).containsExactly("RECTIFIED_BEFORE");
        HttpResponse<String> done = post(path, proof);
        assertThat(done.statusCode()).isEqualTo(201);
        assertConforms("PatrolFinding", json(done));
        assertThat(json(done).path("state").asText()).isEqualTo("RECTIFIED");
        assertThat(post(path, proof).statusCode()).isEqualTo(200);
        assertThat(post(path, proof.replace("已发放", "已整改")).statusCode()).isEqualTo(409);
        assertThat(post("patrol-findings/999999999/rectification", proof).statusCode())
                .isEqualTo(404);
        assertThat(ids("patrol-findings?market=PT-M1&state=RECTIFIED")).containsExactly(id);
        assertThat(ids("patrol-findings?market=PT-M1&state=OVERDUE&asOf=2022-04-07"))
                .isEmpty();
        assertThat(ids("patrol-findings?market=PT-M1&state=OPEN&asOf=2022-04-07"))
                .containsExactly(id);
        assertThat(ids("patrol-findings?market=PT-M1&asOf=2022-04-03")).isEmpty();
        assertThat(records.get("patrol-findings/" + id + "?asOf=2022-04-03").statusCode())
                .isEqualTo(404);
        assertThat(records.get("patrol-findings?state=CLOSED").statusCode()).isEqualTo(400);
    }

    private List<String> ids(String path) {
        return json(records.get(path)).path("items").findValuesAsText("id");
    }

    @Test
    void listsComeInPagesAndConform() {
        for (int i = 1; i <= 3; i++) {
            post("patrols", VISIT.replace("\"PT-1\"", "\"PT-" + i + "\"").replace("23:30", "0" + i + ":30"));
        }
        for (String list : List.of("patrols", "patrol-findings", "notices", "cameras")) {
            List<String> seen = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = json(records.get(list + "?market=PT-M1&limit=2" + after));
                JsonNode schema = Contract.at("/paths")
                        .get("/api/v1/" + list)
                        .at("/get/responses/200/content/application~1json/schema");
                assertConforms(list, schema, page);
                page.path("items").forEach(item -> seen.add(item.path("id").asText()));
                after = page.path("next").isNull()
                        ? ""
                        : "&after=" + page.path("next").asText();
            } while (!after.isEmpty());
            assertThat(seen).as(list).doesNotHaveDuplicates().hasSize(list.equals("cameras") ? 1 : 3);
        }
        assertThat(ids("patrols?market=PT-M1&day=2022-04-04")).containsExactly("PT-1", "PT-2", "PT-3");
        assertThat(ids("patrols?day=2022-04-05")).isEmpty();
        assertThat(records.get("patrols?after=PT-9").statusCode()).isEqualTo(400);
    }

    @Test
    void aFindingThatIsWidespreadIsInTheInboxOfItsSubdistrict() {
        post("patrols", VISIT);
        post("patrols", VISIT.replace("\"PT-1\"", "\"PT-2\"").replace("2022-04-04", "2022-04-05"));
        JsonNode copied = json(records.get("notices?subdistrict=%E8%A5%BF%E5%85%B4%E8%A1%97%E9%81%93"));
        assertConforms("Notices", copied);
        assertThat(copied.at("/items")).hasSize(1);
        assertThat(copied.at("/items/0/notice/patrolId").asText()).isEqualTo("PT-2");
        String cursor = copied.at("/items/0/cursor").asText();
        assertThat(json(records.get("notices?market=PT-M1&after=" + cursor)).at("/items"))
                .isEmpty();
        assertThat(records.get("notices?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void photosAreToldByTheirContentAndComeBackAsTheyWere() {
        HttpResponse<String> first = post("patrol-photos", "image/jpeg", PNG);
        assertThat(first.statusCode()).isEqualTo(201);
        assertConforms("StoredPhoto", json(first));
        assertThat(json(first).path("mediaType").asText()).isEqualTo("image/png");
        assertThat(post("patrol-photos", "image/png", PNG).statusCode()).isEqualTo(200);
        HttpResponse<String> read = records.get("patrol-photos/" + photo(), "Accept", "image/*");
        assertThat(read.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        HttpResponse<String> page = post("patrol-photos", "image/png", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(415);
        assertThat(json(page).path("type").asText()).isEqualTo("/problems/unknown-file-kind");
        HttpResponse<String> pdf = post("patrol-photos", "image/png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(pdf.statusCode()).isEqualTo(415);
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);
        assertThat(post("patrol-photos", "image/png", large).statusCode()).isEqualTo(413);
        assertThat(records.get("patrol-photos/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void theVideoPlatformReportsCamerasAndFaultsAreNamed() {
        HttpResponse<String> document = post(
                "cameras/health",
                "{\"reports\":[{\"camera\":\"PT-K1\",\"online\":false,\"at\":\"2022-04-04T10:00:00+08:00\"},"
                        + "{\"camera\":\"PT-K9\",\"online\":true,\"at\":\"2022-04-04T10:00:00+08:00\"}]}");
        assertConforms("ImportReport", json(document));
        assertThat(json(document).path("accepted").asInt()).isEqualTo(1);
        assertThat(json(document).at("/rejected/0/line").asInt()).isEqualTo(2);
        HttpResponse<String> lines = post("cameras/health", Http.NDJSON, """
                {"camera":"PT-K1","online":false,"at":"2022-04-04T10:00:00+08:00"}
                {"camera":"PT-K1","online":"no","at":"2022-04-04T11:00:00+08:00"}

                {"camera":"PT-K1","online":false,"at":"2022-04-04T13:00:00+08:00"}
                """.getBytes(StandardCharsets.UTF_8));
        assertConforms("ImportReport", json(lines));
        assertThat(lines.body())
                .startsWith("{\"accepted\":1,\"unchanged\":1,\"rejected\":[{\"line\":2,\"column\":\"online\"");
        JsonNode watch = json(records.get("camera-watch?market=PT-M1&at=2022-04-04T14:00:00%2B08:00"));
        assertConforms("CameraWatch", watch);
        assertThat(watch.at("/items/0/cameras/0/online").asBoolean()).isFalse();
        assertThat(watch.at("/items/0/faults").findValuesAsText("code"))
                .containsExactly("CAMERA_OFFLINE", "SCENE_UNCOVERED", "SCENE_UNCOVERED");
        JsonNode days = json(records.get("patrol-days?market=PT-M2&asOf=2022-04-04"));
        assertConforms("PatrolDays", days);
        assertThat(days.at("/items/0/faults/0/rule").asText()).isEqualTo("PT-TEN");
        assertThat(days.at("/items/0/faults/0/message/zh").asText()).isEqualTo("当日巡查次数不足");
    }

    @Test
    void aMarketUnderPatrolStays() {
        post("patrols", VISIT);
        assertThat(records.delete("markets/PT-M1").statusCode()).isEqualTo(409);
        assertThat(records.delete("markets/PT-M2").statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsNoJsonOrNotAllowedIsAProblem() {
        assertThat(post("patrols", "text/plain", new byte[] {1}).statusCode()).isEqualTo(415);
        assertThat(post("patrols?x=1", VISIT).statusCode()).isEqualTo(400);
        HttpRequest.Builder put = HttpRequest.newBuilder(service.resolve("/api/v1/patrols/PT-1"))
                .PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(Http.send(put).headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
}
