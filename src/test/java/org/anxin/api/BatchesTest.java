package org.anxin.api;

import static org.anxin.api.Contract.assertConforms;
import static org.anxin.api.RecordClient.json;
import static org.anxin.api.RecordClient.tag;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.anxin.local.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admission desk over HTTP. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class BatchesTest {
    private static final Path FILES = Path.of("target/test-data/files");
    private static final byte[] PDF = "%PDF-1.7 a certificate".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/api/v1/")
    URI service;

    @Inject
    DataSource database;

    @BeforeEach
    void register() throws SQLException {
        clear();
        RecordClient records = new RecordClient(service);
        records.has("markets/D-M", "{\"name\":\"x\",\"type\":\"PROFESSIONAL\"}");
        records.has(
                "operators/D-O",
                "{\"marketId\":\"D-M\",\"name\":\"x\",\"activatedOn\":\"2022-02-20\",\"letterSignedOn\":\"2022-02-21\"}");
    }

    @AfterAll
    void clear() throws SQLException {
        Tables.empty(
                database,
                "batches, batch_documents, batch_decisions, batch_settlements, lot_uses, recalls, passes, document_files,"
                        + " false_documents, notices, notice_queues restart identity");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from operators where id = 'D-O'; delete from markets where id = 'D-M'");
        }
    }

    private static String batch(String id, String certificate, String goods, int quantity) {
        return """
                {"id": "%s", "operator": {"id": "D-O"}, "declaredOn": "2022-04-05", "arrivesOn": "2022-04-07",
                 "supplier": "甬城进口贸易有限公司", "goods": {"name": "车厘子", "origin": "CL"},
                 "lots": [{"lotNo": "L1", "quantity": %d, "unit": "kg"}],
                 "documents": [
                   {"type": "SUPPLIER_LICENCE", "number": "SL-1", "issuedOn": "2021-05-01", "validUntil": "2022-12-31", "holder": "甬城进口贸易有限公司"},
                   {"type": "QUARANTINE_CERTIFICATE", "number": "%s", "issuedOn": "2022-04-01", "goodsName": "%s", "origin": "CL", "lots": [{"lotNo": "L1", "quantity": 1200, "unit": "kg"}]},
                   {"type": "DISINFECTION_CERTIFICATE", "number": "DC-%s", "issuedOn": "2022-04-02", "lots": [{"lotNo": "L1"}]},
                   {"type": "TEST_REPORT", "number": "TR-%s", "sampledOn": "2022-04-02", "issuedOn": "2022-04-03", "result": "NEGATIVE", "lots": [{"lotNo": "L1"}]}]}""".formatted(id, quantity, certificate, goods, id, id);
    }

    private static String admissible(String id) {
        return batch(id, "QC-" + id, "车厘子", 1200);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Http.send(request.setHeader("Content-Type", Http.JSON).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> declare(String body) {
        return post("batches?asOf=2022-04-07", body);
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Http.send(request.GET());
    }

    private HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String codes(JsonNode batch) {
        return StreamSupport.stream(batch.at("/decision/findings").spliterator(), false)
                .map(finding -> finding.get("code").asText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aDeclarationIsStoredAndDecidedOnceHoweverOftenItComes() {
        HttpResponse<String> first = declare(admissible("D-1"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/batches/D-1");
        assertConforms("StoredBatch", json(first));
        assertThat(json(first).get("state").asText()).isEqualTo("ADMITTED");
        HttpResponse<String> again = declare(admissible("D-1"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> other = declare(batch("D-1", "QC-D-1", "车厘子", 1199));
        assertThat(other.statusCode()).isEqualTo(409);
        assertConforms("Problem", json(other));
        HttpResponse<String> read = get("batches/D-1");
        assertThat(read.body()).isEqualTo(first.body());
        assertThat(get("batches/D-1", "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
        JsonNode page = json(get("batches?state=ADMITTED&market=D-M&operator=D-O&limit=1"));
        assertThat(page.at("/items/0/id").asText()).isEqualTo("D-1");
        assertThat(page.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"D-1\"} | /operator | REQUIRED",
                "{\"id\": \"D-1\", \"operator\": {}} | /operator | REQUIRED",
                "{\"id\": \"D-1\", \"operator\": {\"id\": \"D-none\"}} | /operator | UNKNOWN_REFERENCE",
                "{\"id\": \"D-1\", \"operator\": {\"id\": \"D-O\"}, \"marketId\": \"D-none\"} | /marketId | UNKNOWN_REFERENCE",
                "{\"id\": \"D-1\", \"operator\": {\"id\": \"D-O\"}, \"goodss\": 1} | /goodss | UNKNOWN_FIELD",
                "{\"operator\": {\"id\": \"D-O\"}} | /id | REQUIRED"
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String body, String pointer, String code) {
        HttpResponse<String> answer = declare(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertConforms("Problem", json(answer));
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(get("batches/D-1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batches?state=admitted | 400",
                "batches?market=D-none | 400",
                "batches?after=%20 | 400",
                "batches/D-none | 404",
                "batches/D-none/decisions | 404",
                "batches/D-none/pass | 404",
                "batches/D-none/documents/1/file | 404",
                "batches/D-none/documents/x/file | 404",
                "passes/AAAAAAAAAAAAAAAAAAAAAAAA | 404",
                "false-documents/1 | 404",
                "false-documents/x | 404",
                "false-documents?after=x | 400",
                "citations?type=QUARANTINE_CERTIFICATE | 400",
                "citations?type=QUARANTINE&number=1 | 400",
                "citations?type=QUARANTINE_CERTIFICATE&number=%C2%A0 | 400",
                "citations?number=1 | 400"
            })
    void whatIsNotThereOrNotAskedRightIsAProblem(String path, int status) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertConforms("Problem", json(answer));
    }

    @Test
    void aCorrectedDocumentIsAddedAndTheBatchDecidedAgain() {
        declare(batch("D-1", "QC-D-1", "樱桃", 1200));
        HttpResponse<String> read = get("batches/D-1");
        assertThat(codes(json(read))).isEqualTo("GOODS_NAME_DIFFERS");
        String corrected =
                "{\"type\": \"QUARANTINE_CERTIFICATE\", \"number\": \"qc-d-1\", \"issuedOn\": \"2022-04-01\","
                        + " \"goodsName\": \"车厘子\", \"origin\": \"CL\", \"lots\": [{\"lotNo\": \"L1\", \"quantity\": 1200.0,"
                        + " \"unit\": \"KG\"}]}";
        assertThat(post("batches/D-1/documents?asOf=2022-04-07", corrected, "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> added = post("batches/D-1/documents?asOf=2022-04-07", corrected, "If-Match", tag(read));
        assertThat(added.statusCode()).isEqualTo(201);
        assertConforms("StoredBatch", json(added));
        assertThat(json(added).get("state").asText()).isEqualTo("ADMITTED");
        assertThat(json(added).at("/documents/1/replacedBy").asInt()).isEqualTo(5);
        assertThat(post("batches/D-1/documents?asOf=2022-04-07", corrected).statusCode())
                .isEqualTo(200);
        assertThat(post("batches/D-1/documents?replaces=1", corrected.replace("qc-d-1", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("batches/D-none/documents", corrected).statusCode()).isEqualTo(404);
        JsonNode history = json(get("batches/D-1/decisions"));
        assertThat(history.get("decisions")).hasSize(2);
        assertConforms("MadeDecision", history.at("/decisions/0"));
        assertThat(history.at("/decisions/0/outcome").asText()).isEqualTo("REVIEW");
    }

    @Test
    void aReviewIsSettledByAPersonWithAReason() {
        declare(batch("D-1", "QC-D-1", "樱桃", 1200));
        String verdict = "{\"decision\": 1, \"outcome\": \"ADMIT\", \"reason\": \"同物异名\"}";
        String tag = tag(get("batches/D-1"));
        assertThat(post("batches/D-1/settlement", "{\"decision\": 1.5, \"outcome\": \"REVIEW\", \"reason\": \" \"}")
                        .body())
                .contains("/decision", "/outcome", "/reason");
        assertThat(get("batches/D-1/pass").statusCode()).isEqualTo(404);
        HttpResponse<String> settled = post("batches/D-1/settlement", verdict, "If-Match", tag);
        assertThat(settled.statusCode()).isEqualTo(200);
        assertConforms("StoredBatch", json(settled));
        assertThat(json(settled).get("state").asText()).isEqualTo("ADMITTED");
        assertThat(json(settled).at("/decision/settlement/reason").asText()).isEqualTo("同物异名");
        assertThat(post("batches/D-1/settlement", verdict, "If-Match", tag).statusCode())
                .isEqualTo(200);
        String otherwise = verdict.replace("ADMIT", "REJECT");
        assertThat(post("batches/D-1/settlement", otherwise, "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(post("batches/D-1/settlement", otherwise).statusCode()).isEqualTo(409);
        HttpResponse<String> again = post("batches/D-1/decisions?asOf=2022-04-08", "");
        assertThat(json(again).get("state").asText()).isEqualTo("REVIEW");
        assertThat(json(again).at("/decision/no").asInt()).isEqualTo(2);
    }

    @Test
    void thePassIsJsonOrAQrCodeThatSaysTheSame() throws Exception {
        declare(admissible("D-1"));
        JsonNode pass = json(get("batches/D-1/pass"));
        assertConforms("Pass", pass);
        HttpResponse<byte[]> png = bytes(
                HttpRequest.newBuilder(service.resolve("batches/D-1/pass")).header("Accept", "image/png"));
        assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        String text = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
        assertThat(text)
                .isEqualTo(pass.get("text").asText())
                .isEqualTo(pass.get("code").asText());
        HttpResponse<String> svg = get("batches/D-1/pass?format=svg");
        assertThat(svg.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(svg.body()).startsWith("<svg xmlns=").endsWith("</svg>\n");
        assertThat(get("batches/D-1/pass?format=pdf").statusCode()).isEqualTo(400);
        assertThat(get("batches/D-1/pass", "Accept", "text/html").statusCode()).isEqualTo(406);
    }

    @Test
    void theGateIsToldWhetherThePassCountsAndNoMoreThanItNeeds() {
        declare(admissible("D-1"));
        String code = json(get("batches/D-1/pass")).get("code").asText();
        HttpResponse<String> valid = get("passes/" + code + "?asOf=2022-12-31");
        assertConforms("PassWorth", json(valid));
        assertThat(json(valid).get("valid").asBoolean()).isTrue();
        assertThat(valid.body()).doesNotContain("SL-1", "甬城", "D-1");
        JsonNode expired = json(get("passes/" + code + "?asOf=2023-01-01"));
        assertThat(expired.get("valid").asBoolean()).isFalse();
        assertThat(expired.at("/reasons/0/code").asText()).isEqualTo("DOCUMENT_EXPIRED");
    }

    @Test
    void aDocumentFoundFalseRecallsItsBatchesAndTheTraceNamesThem() throws Exception {
        declare(admissible("D-1"));
        String code = json(get("batches/D-1/pass")).get("code").asText();
        String finding = "{\"type\": \"QUARANTINE_CERTIFICATE\", \"number\": \"qc-D-1\", \"reason\": \"签发机关否认\"}";
        HttpResponse<String> found = post("false-documents", finding);
        assertThat(found.statusCode()).isEqualTo(201);
        assertThat(found.headers().firstValue("Location")).hasValue("/api/v1/false-documents/1");
        assertConforms("FalseDocument", json(found));
        assertThat(post("false-documents", finding).statusCode()).isEqualTo(200);
        assertThat(json(get("batches/D-1")).get("state").asText()).isEqualTo("RECALLED");
        assertThat(json(get("passes/" + code + "?asOf=2022-04-08"))
                        .at("/reasons/0/code")
                        .asText())
                .isEqualTo("RECALLED");
        assertThat(codes(json(declare(batch("D-2", "QC-D-1", "车厘子", 1))))).isEqualTo("DOCUMENT_FALSE");
        String trace = "citations?type=QUARANTINE_CERTIFICATE&number=QC-d-1";
        JsonNode citations = json(get(trace));
        assertConforms("Citations", citations);
        assertThat(citations.get("batches")).hasSize(2);
        assertThat(get(trace + "&format=csv").body())
                .startsWith("batch_id,operator_id,market_id,declared_on,arrives_on,admitted_from,state,current\r\n"
                        + "D-1,D-O,D-M,2022-04-05,2022-04-07,2022-04-07,RECALLED,true\r\n");
        assertThat(bytes(HttpRequest.newBuilder(service.resolve(trace + "&format=xlsx")))
                        .body())
                .startsWith('P', 'K');
        HttpResponse<String> withdrawn = post("false-documents/1/withdrawal", "{\"reason\": \"号码看错\"}");
        assertThat(json(withdrawn).at("/withdrawal/reason").asText()).isEqualTo("号码看错");
        assertConforms("FalseDocument", json(withdrawn));
        assertThat(json(get("false-documents")).get("items")).hasSize(1);
        assertThat(json(get("batches/D-1")).get("state").asText()).isEqualTo("RECALLED");
        assertThat(json(post("batches/D-1/decisions?asOf=2022-04-07", ""))
                        .get("state")
                        .asText())
                .isEqualTo("ADMITTED");
        assertThat(post("false-documents", "{\"type\": \"QUARANTINE\", \"number\": \"\u00a0\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<byte[]> upload(String path, String type, byte[] content) throws Exception {
        return bytes(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    @Test
    void aFileComesBackAsItWasSentUnlessTheDiskSpoiltIt() throws Exception {
        declare(admissible("D-1"));
        String path = "batches/D-1/documents/2/file";
        assertThat(get(path).statusCode()).isEqualTo(404);
        HttpResponse<byte[]> kept = upload(path, "application/octet-stream", PDF);
        assertThat(kept.statusCode()).isEqualTo(201);
        JsonNode onRecord = json(new String(kept.body(), StandardCharsets.UTF_8));
        assertConforms("FileOnRecord", onRecord);
        assertThat(onRecord.get("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(upload(path, "image/png", PDF).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> read = bytes(HttpRequest.newBuilder(service.resolve(path)));
        assertThat(read.body()).isEqualTo(PDF);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(read.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"D-1_2.pdf\"");
        assertConforms("StoredBatch", json(get("batches/D-1")));
        String hash = onRecord.get("sha256").asText();
        Path stored = FILES.resolve(hash.substring(0, 2)).resolve(hash);
        Files.write(stored, "%PDF-1.7 a certificatE".getBytes(StandardCharsets.UTF_8));
        assertThat(get(path).statusCode()).isEqualTo(503);
        assertThat(upload(path, "application/pdf", PDF).statusCode()).isEqualTo(200);
        assertThat(get(path).statusCode()).isEqualTo(200);
        Files.delete(stored);
        assertThat(get(path).statusCode()).isEqualTo(503);
    }

    @Test
    void whatIsNoDocumentIsNotKept() throws Exception {
        declare(admissible("D-1"));
        String path = "batches/D-1/documents/2/file";
        assertThat(upload(path, "image/png", "<script>".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(upload(path, "image/png", new byte[0]).statusCode()).isEqualTo(415);
        assertThat(upload("batches/D-1/documents/5/file", "application/pdf", PDF)
                        .statusCode())
                .isEqualTo(404);
        assertThat(upload("batches/D-1/documents/..%2F..%2F1/file", "application/pdf", PDF)
                        .statusCode())
                .isEqualTo(404);
        byte[] large = new byte[21 * 1024 * 1024];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(upload(path, "application/pdf", large).statusCode()).isEqualTo(413);
        try (var left = Files.list(FILES.resolve("arriving"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDeclarationWithTooManyDocumentsIsRefused() {
        String document = "{\"type\": \"TEST_REPORT\"}";
        String many = "{\"id\": \"D-1\", \"operator\": {\"id\": \"D-O\"}, \"documents\": ["
                + String.join(",", java.util.Collections.nCopies(101, document)) + "]}";
        assertThat(declare(many).statusCode()).isEqualTo(413);
    }

    @Test
    void linesAreTakenOneByOneAndABadOneSpoilsNoOther() {
        String lines = String.join(
                "\n",
                "{\"batch\": " + admissible("D-1").replace("\n", "") + "}",
                "{\"batch\": {\"id\": \"D-2\"}}",
                "",
                "{\"batch\": " + batch("D-1", "QC-9", "车厘子", 1).replace("\n", "") + "}",
                "{}",
                "{\"batch\": " + batch("D-3", "QC-D-1", "车厘子", 1).replace("\n", "") + "}");
        HttpResponse<String> answer = Http.post(service.resolve("batches?asOf=2022-04-07"), Http.NDJSON, lines);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> answers = answer.body().lines().map(RecordClient::json).toList();
        assertThat(answers).hasSize(5);
        assertConforms("StoredBatch", answers.get(0).get("batch"));
        assertThat(answers.get(1).at("/problem/errors/0/pointer").asText()).isEqualTo("/batch/operator");
        assertThat(answers.get(2).get("line").asInt()).isEqualTo(4);
        assertThat(answers.get(2).at("/problem/status").asInt()).isEqualTo(409);
        assertThat(answers.get(3).at("/problem/status").asInt()).isEqualTo(400);
        assertThat(codes(answers.get(4).get("batch"))).isEqualTo("CERTIFICATE_USED_UP");
    }

    @Test
    void anOperatorWithBatchesStays() {
        declare(admissible("D-1"));
        RecordClient records = new RecordClient(service);
        HttpResponse<String> answer = records.delete("operators/D-O");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("detail").asText()).contains("declared batches 1");
        assertThat(json(records.delete("markets/D-M")).get("detail").asText()).contains("declared batches 1");
    }
}
