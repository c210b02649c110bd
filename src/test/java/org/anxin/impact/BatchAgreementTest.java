package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchJson;
import org.anxin.admission.Document;
import org.anxin.admission.Outcome;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.MadeDecision;
import org.anxin.desk.StoredBatch;
import org.anxin.json.FactInput;
import org.anxin.json.Json;
import org.anxin.local.Tables;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.ShippedPolicy;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a preview says about stored batches is what deciding them again says, batch by batch. */
@Timeout(120)
class BatchAgreementTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final Policy ANOTHER_DOCUMENT = withAnotherDocument();
    private static final Policy ORIGIN_REVIEWED = edited(
            "admission/consistency.drl",
            "findings.reject( $p, \"ORIGIN_MISMATCH\" )",
            "findings.review( $p, \"ORIGIN_MISMATCH\" )");
    private static final Policy CERTIFICATE_REVIEWED = edited(
            "admission/documents.drl",
            "findings.reject( $d, \"DOCUMENT_MISSING\", document(\"DISINFECTION_CERTIFICATE\") )",
            "findings.review( $d, \"DOCUMENT_MISSING\", document(\"DISINFECTION_CERTIFICATE\") )");
    private static final String DAY = "2022-04-07";
    private static final ImpactDistrict DISTRICT = ImpactDistrict.demo();

    @BeforeAll
    static void start() {
        DISTRICT.start();
    }

    @AfterAll
    static void close() {
        DISTRICT.close();
    }

    private static Policy edited(String file, String old, String fresh) {
        return RuleTexts.shipped().replacing(file, old, fresh).policy();
    }

    private static Policy withAnotherDocument() {
        return RuleTexts.shipped()
                .replacing(
                        "words.yaml",
                        "document:\n",
                        "document:\n  - {code: ORIGIN_CERTIFICATE, zh: 原产地证明, en: certificate of origin}\n")
                .with("admission/origin-certificate.drl", """
                        package rules.admission

                        rule "AD-ORIGIN-CERTIFICATE A certificate of origin is presented"
                            @title("须有原产地证明")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $d : Declaration( documents not contains "ORIGIN_CERTIFICATE" )
                        then
                            findings.reject( $d, "DOCUMENT_MISSING", document("ORIGIN_CERTIFICATE") );
                        end
                        """)
                .policy();
    }

    private static AdmissionDesk.Deciding by(Policy policy) {
        return new AdmissionDesk.Deciding(Days.of(DAY), policy, "local");
    }

    private static Batch read(String json, Policy policy) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return FactInput.read(
                Json.parser(bytes, 0, bytes.length),
                policy.ruleset().words(),
                ZoneId.of("Asia/Shanghai"),
                in -> BatchJson.read(in, new HashSet<>()));
    }

    private static List<String> demoBatches() throws IOException {
        try (InputStream file = BatchAgreementTest.class.getResourceAsStream("/demo/binjiang-2022-04/batches.ndjson")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @BeforeEach
    void declareTheDemoBatches() throws Exception {
        Tables.empty(
                DISTRICT.source(),
                "batches, batch_documents, batch_decisions, batch_settlements, lot_uses, recalls, passes, document_files,"
                        + " false_documents, impacts");
        for (String line : demoBatches()) {
            DISTRICT.desk.declare(read(TREES.readTree(line).get("batch").toString(), SHIPPED), by(SHIPPED));
        }
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of("another document", ANOTHER_DOCUMENT, Map.of("ADMIT_TO_REJECT", 22, "OTHER_FINDINGS", 9)),
                Arguments.of(
                        "a wrong origin reviewed, beside another finding",
                        ORIGIN_REVIEWED,
                        Map.of("OTHER_FINDINGS", 1)),
                Arguments.of("a missing certificate reviewed", CERTIFICATE_REVIEWED, Map.of("REJECT_TO_REVIEW", 1)),
                Arguments.of("the same rules", SHIPPED, Map.of()));
    }

    private static List<ChangedBatch> all(Impact impact) throws SQLException {
        return DISTRICT.batches.page(
                impact, new ChangedBatches.Filter(Days.NONE, null, null), ChangedBatches.Place.BEGINNING, 1000);
    }

    /** Findings as the preview shows them: without numbers, lots and texts, alike ones counted. */
    private static JsonNode counted(MadeDecision decision) throws IOException {
        Map<ObjectNode, Integer> counts = new LinkedHashMap<>();
        for (JsonNode finding : TREES.readTree(decision.findings())) {
            ObjectNode shown = TREES.createObjectNode();
            for (String name : List.of("code", "severity", "document", "field", "rule")) {
                shown.set(name, finding.get(name));
            }
            counts.merge(shown, 1, Integer::sum);
        }
        return TREES.valueToTree(counts.entrySet().stream()
                .map(entry -> entry.getKey().deepCopy().put("count", entry.getValue()))
                .toList());
    }

    private static void assertIs(MadeDecision decision, BatchSide side) throws IOException {
        assertThat(side.outcome()).isEqualTo(decision.outcome().name());
        assertThat(TREES.readTree(side.findings())).isEqualTo(counted(decision));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void decidingThemAgainSaysWhatThePreviewSaid(String edit, Policy policy, Map<String, Integer> expected)
            throws Exception {
        Impact impact = DISTRICT.ended(DISTRICT.ask(policy, SHIPPED, DAY, DAY));
        assertThat(impact.state()).isEqualTo(ImpactState.COMPLETED);
        assertThat(impact.done()).isEqualTo(2064 + 31);
        Map<String, ChangedBatch> changed = new HashMap<>();
        all(impact).forEach(one -> changed.put(one.batchId(), one));
        Map<String, Integer> counts = new TreeMap<>();
        changed.values().forEach(one -> counts.merge(one.change().name(), 1, Integer::sum));
        assertThat(counts).isEqualTo(expected);
        assertCounts(TREES.readTree(impact.result()).get("batches"), changed);
        for (String id : DISTRICT.rows("select id from batches")) {
            StoredBatch before = DISTRICT.desk.declare(found(id), by(SHIPPED)).batch();
            StoredBatch after = DISTRICT.desk.decideAgain(id, by(policy), batch -> {});
            ChangedBatch one = changed.get(id);
            if (one == null) {
                assertThat(after.decision().outcome())
                        .isEqualTo(before.decision().outcome());
                assertThat(counted(after.decision())).isEqualTo(counted(before.decision()));
            } else {
                assertIs(before.decision(), one.before());
                assertIs(after.decision(), one.after());
            }
        }
    }

    private static Batch found(String id) throws IOException {
        for (String line : demoBatches()) {
            JsonNode batch = TREES.readTree(line).get("batch");
            if (batch.get("id").asText().equals(id)) {
                return read(batch.toString(), SHIPPED);
            }
        }
        throw new AssertionError(id);
    }

    private static void assertCounts(JsonNode result, Map<String, ChangedBatch> changed) {
        assertThat(result.get("batches").asInt()).isEqualTo(31);
        assertThat(result.get("changed").asInt())
                .isEqualTo(changed.size())
                .isEqualTo(result.get("listed").asInt());
        JsonNode day = result.at("/days/0");
        assertThat(day.at("/before").toString()).isEqualTo("{\"ADMIT\":22,\"REVIEW\":0,\"REJECT\":9}");
        for (BatchChange kind : BatchChange.values()) {
            List<ChangedBatch> ofKind = changed.values().stream()
                    .filter(one -> one.change() == kind)
                    .toList();
            assertThat(day.at("/counts/" + kind).asInt()).isEqualTo(ofKind.size());
            for (JsonNode market : day.get("markets")) {
                String id = market.get("marketId").asText();
                assertThat(market.at("/counts/" + kind).asLong())
                        .isEqualTo(ofKind.stream()
                                .filter(one -> one.market().equals(id))
                                .count());
            }
        }
        for (JsonNode sample : day.get("samples")) {
            assertThat(sample.get("batches")).hasSizeBetween(1, BatchTally.SAMPLES);
            for (JsonNode batch : sample.get("batches")) {
                ChangedBatch one =
                        Objects.requireNonNull(changed.get(batch.get("batchId").asText()));
                assertThat(batch.get("change").asText()).isEqualTo(one.change().name());
                assertThat(batch.at("/after/findings").toString())
                        .isEqualTo(one.after().findings());
            }
        }
    }

    @Test
    void theRulesAreComparedAndNotWhatAPersonSettled() throws Exception {
        String id = "";
        for (ChangedBatch one : all(DISTRICT.ended(DISTRICT.ask(CERTIFICATE_REVIEWED, SHIPPED, DAY, DAY)))) {
            id = one.batchId();
        }
        DISTRICT.desk.decideAgain(id, by(CERTIFICATE_REVIEWED), batch -> {});
        DISTRICT.desk.settle(id, new AdmissionDesk.Verdict(2, Outcome.ADMIT, "checked", "local"), batch -> {});
        List<ChangedBatch> back = all(DISTRICT.ended(DISTRICT.ask(SHIPPED, CERTIFICATE_REVIEWED, DAY, DAY)));
        assertThat(back).extracting(ChangedBatch::batchId).containsExactly(id);
        assertThat(back).extracting(ChangedBatch::change).containsExactly(BatchChange.REVIEW_TO_REJECT);
    }

    @Test
    void aDocumentOfATypeThatTheRulesDoNotDeclareMakesABatchUndecidable() throws Exception {
        String id = DISTRICT.rows("select id from batches where state = 'ADMITTED' order by no limit 1")
                .get(0);
        Document more = new Document(
                "ORIGIN_CERTIFICATE",
                "OC-1",
                Days.of("2022-03-01"),
                Days.NONE,
                Days.NONE,
                null,
                null,
                null,
                null,
                List.of());
        DISTRICT.desk.add(id, more, 0, by(ANOTHER_DOCUMENT), batch -> {});
        ChangedBatch one = all(DISTRICT.ended(DISTRICT.ask(SHIPPED, ANOTHER_DOCUMENT, DAY, DAY))).stream()
                .filter(batch -> batch.batchId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(one.change()).isEqualTo(BatchChange.UNDECIDABLE);
        assertThat(one.after()).isEqualTo(BatchSide.undecidable(BatchSide.WORD_UNDECLARED));
        ChangedBatch back = all(DISTRICT.ended(DISTRICT.ask(ANOTHER_DOCUMENT, SHIPPED, DAY, DAY))).stream()
                .filter(batch -> batch.batchId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(back.change()).isEqualTo(BatchChange.DECIDABLE);
    }

    @Test
    void aBatchIsComparedForTheDayOfItsNewestDecisionOnly() throws Exception {
        String id = DISTRICT.rows("select id from batches order by no limit 1").get(0);
        DISTRICT.desk.decideAgain(id, new AdmissionDesk.Deciding(Days.of("2022-04-09"), SHIPPED, "local"), batch -> {});
        Impact impact = DISTRICT.ended(DISTRICT.ask(ANOTHER_DOCUMENT, SHIPPED, "2022-04-07", "2022-04-10"));
        List<ChangedBatch> all = all(impact);
        assertThat(all).hasSize(31);
        assertThat(all.get(30).batchId()).isEqualTo(id);
        assertThat(all.get(30).day()).isEqualTo(Days.of("2022-04-09"));
        List<Integer> batches = TREES.readTree(impact.result()).at("/batches/days").findValues("batches").stream()
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .toList();
        assertThat(batches).startsWith(30);
    }
}
