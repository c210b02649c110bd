package org.anxin.desk;

import static org.anxin.desk.Declarations.certificate;
import static org.anxin.desk.DeskDistrict.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.anxin.admission.Batch;
import org.anxin.admission.Document;
import org.anxin.admission.Lot;
import org.anxin.admission.Operator;
import org.anxin.admission.Outcome;
import org.anxin.notices.Inbox;
import org.anxin.notices.StoredNotice;
import org.anxin.registry.NoSuchRecordException;
import org.anxin.registry.Snapshot;
import org.anxin.time.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionDeskTest {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final DeskDistrict DISTRICT = DeskDistrict.small();

    @AfterAll
    static void close() {
        DISTRICT.close();
    }

    @BeforeEach
    void empty() {
        DISTRICT.execute(
                "truncate batches, batch_documents, batch_decisions, batch_settlements, lot_uses, recalls, passes,"
                        + " document_files, false_documents, notices, notice_queues restart identity cascade");
    }

    private static List<String> codes(MadeDecision decision) {
        try {
            JsonNode findings = TREES.readTree(decision.findings());
            return StreamSupport.stream(findings.spliterator(), false)
                    .map(finding -> finding.get("code").asText())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredBatch found(String id) throws SQLException {
        return Objects.requireNonNull(DISTRICT.batches.find(id));
    }

    private static StoredBatch add(String id, Document document, int replaces) throws SQLException {
        return DISTRICT.desk.add(id, document, replaces, TODAY, batch -> {}).batch();
    }

    @Test
    void aDeclarationInOrderIsAdmittedAtOnceAndStoredAsItWasSent() throws SQLException {
        Batch sent = Declarations.of("B-1", "QC-1", 1200);
        StoredBatch stored = DISTRICT.declare(sent);
        assertThat(stored.state()).isEqualTo(BatchState.ADMITTED);
        assertThat(stored.decision().no()).isEqualTo(1);
        assertThat(stored.decision().cause()).isEqualTo(DecisionCause.DECLARED);
        assertThat(stored.decision().ruleset())
                .isEqualTo(DeskDistrict.POLICY.ruleset().id());
        assertThat(stored.declared().facts().marketId()).isEqualTo("M-11");
        assertThat(stored.presented()).isEqualTo(sent.documents());
        assertThat(stored.declared().facts().lots()).isEqualTo(sent.lots());
        assertThat(found("B-1")).isEqualTo(stored);
    }

    @Test
    void theSameDeclarationAgainChangesNothingAndAnotherOneIsRefused() throws SQLException {
        Batch batch = Declarations.of("B-1", "QC-1", 1200);
        StoredBatch first = DISTRICT.declare(batch);
        AdmissionDesk.Done again = DISTRICT.desk.declare(batch, DeskDistrict.on(Declarations.TODAY + 3));
        assertThat(again.changed()).isFalse();
        assertThat(again.batch()).isEqualTo(first);
        assertThatThrownBy(() -> DISTRICT.declare(Declarations.of("B-1", "QC-1", 1199)))
                .isInstanceOf(DeskConflictException.class);
        assertThatThrownBy(() -> DISTRICT.declare(Declarations.of("B-1", "QC-2", 1200)))
                .isInstanceOf(DeskConflictException.class);
    }

    @Test
    void theOperatorCountsAsRegisteredAndNotAsTheSenderSays() {
        Batch sent = Declarations.of("B-1", "QC-1", 1200);
        Batch claiming = new Batch(
                "B-1",
                "M-12",
                new Operator("O-2", true, Days.of("2022-02-01")),
                sent.declaredOn(),
                sent.arrivesOn(),
                sent.supplier(),
                sent.goods(),
                sent.lots(),
                sent.documents());
        StoredBatch stored = DISTRICT.declare(claiming);
        assertThat(codes(stored.decision())).containsExactly("LETTER_NOT_SIGNED", "OPERATOR_NOT_ACTIVATED");
        assertThat(stored.declared().facts().marketId()).isEqualTo("M-12");
        assertThat(DISTRICT.value("select count(*) from passes")).isEqualTo("0");
    }

    @Test
    void anActivationAndASignatureOnRecordCountAsThoseOfTheRegistryDo() throws SQLException {
        DISTRICT.execute("""
                insert into letters (id, valid_from, zh, en) values ('L-1', '2022-02-20', 'x', 'x');
                insert into operators (id, market_no, name) select 'O-3', no, 'x' from markets where id = 'M-11';
                insert into signatures (operator_no, letter_no, signed_on)
                    select o.no, l.no, date '2022-04-07' from operators o, letters l where o.id = 'O-3';
                insert into activations (operator_no, from_on, to_on)
                    select no, date '2022-03-01', date '2022-03-31' from operators where id = 'O-3';
                insert into activations (operator_no, from_on)
                    select no, date '2022-04-06' from operators where id = 'O-3'""");
        Batch sent = Declarations.of("B-1", "QC-1", 1200);
        Batch batch = new Batch(
                "B-1",
                null,
                new Operator("O-3", null, Days.NONE),
                sent.declaredOn(),
                sent.arrivesOn(),
                sent.supplier(),
                sent.goods(),
                sent.lots(),
                sent.documents());
        assertThat(DISTRICT.declare(batch).state()).isEqualTo(BatchState.ADMITTED);
        assertThat(codes(again("2022-04-06"))).containsExactly("LETTER_NOT_SIGNED");
        assertThat(codes(again("2022-04-05"))).containsExactly("LETTER_NOT_SIGNED", "OPERATOR_NOT_ACTIVATED");
    }

    private static MadeDecision again(String day) throws SQLException {
        return DISTRICT.desk
                .decideAgain("B-1", DeskDistrict.on(Days.of(day)), batch -> {})
                .decision();
    }

    @Test
    void aCorrectedDocumentTakesThePlaceOfTheEarlierOneWhichStays() throws SQLException {
        StoredBatch refused = DISTRICT.declare(Declarations.of("B-1", 1200, List.of(certificate("QC-1", 1000))));
        assertThat(codes(refused.decision())).containsExactly("QUANTITY_EXCEEDED");
        StoredBatch corrected = add("B-1", certificate(" qc-1 ", 1200), 0);
        assertThat(corrected.state()).isEqualTo(BatchState.ADMITTED);
        assertThat(corrected.decision().no()).isEqualTo(2);
        assertThat(corrected.documents()).hasSize(5);
        assertThat(corrected.documents().get(3).replacedBy()).isEqualTo(5);
        assertThat(DISTRICT.batches.decisions("B-1"))
                .extracting(MadeDecision::outcome)
                .containsExactly(Outcome.REJECT, Outcome.ADMIT);
        StoredBatch again = add("B-1", certificate(" qc-1 ", 1200), 0);
        assertThat(again).isEqualTo(corrected);
    }

    @Test
    void aDocumentWhoseNumberWasMissingIsReplacedByNamingIt() throws SQLException {
        Document unnumbered =
                Declarations.document("QUARANTINE_CERTIFICATE", " ", null, "车厘子", "CL", null, Declarations.lots(1200));
        StoredBatch refused = DISTRICT.declare(Declarations.of("B-1", 1200, List.of(unnumbered)));
        assertThat(codes(refused.decision())).containsExactly("DOCUMENT_INCOMPLETE");
        assertThatThrownBy(() -> add("B-1", certificate("QC-1", 1200), 1)).isInstanceOf(DeskConflictException.class);
        assertThatThrownBy(() -> add("B-1", certificate("QC-1", 1200), 9)).isInstanceOf(DeskConflictException.class);
        assertThat(add("B-1", certificate("QC-1", 1200), 4).state()).isEqualTo(BatchState.ADMITTED);
    }

    @Test
    void aCertificateIsUsedUpByAllBatchesTogetherWhateverItsSpelling() {
        assertThat(DISTRICT.declare(Declarations.of("B-1", "QC-1", 700)).state())
                .isEqualTo(BatchState.ADMITTED);
        StoredBatch second = DISTRICT.declare(Declarations.of("B-2", " ｑｃ-1 ", 501));
        assertThat(second.state()).isEqualTo(BatchState.REJECTED);
        assertThat(codes(second.decision())).containsExactly("CERTIFICATE_USED_UP");
        assertThat(second.decision().findings()).contains("501 kg declared, but other batches leave only 500 kg");
        assertThat(DISTRICT.declare(Declarations.of("B-3", "QC-1", 500)).state())
                .isEqualTo(BatchState.ADMITTED);
    }

    @Test
    void whoeverPresentsTheCertificateWithAnotherQuantityIsNotAdmittedByMachine() {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 700));
        StoredBatch more = DISTRICT.declare(Declarations.of("B-2", 500, List.of(certificate("QC-1", 5000))));
        assertThat(codes(more.decision())).containsExactly("CERTIFICATE_CONTRADICTED");
        assertThat(more.state()).isEqualTo(BatchState.REVIEW);
        StoredBatch much = DISTRICT.declare(Declarations.of("B-3", 501, List.of(certificate("QC-1", 5000))));
        assertThat(codes(much.decision())).containsExactly("CERTIFICATE_CONTRADICTED", "CERTIFICATE_USED_UP");
    }

    @Test
    void aCertificateInAnotherUnitCannotBeUsedTwiceUnseen() {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 1200));
        List<Lot> boxes = List.of(new Lot("L1", BigDecimal.valueOf(60), "箱"));
        List<Document> documents = new ArrayList<>(
                Declarations.of("B-2", 1, List.of(certificate("QC-1", boxes))).documents());
        StoredBatch second = DISTRICT.declare(Declarations.with("B-2", boxes, documents));
        assertThat(codes(second.decision())).contains("CERTIFICATE_CONTRADICTED");
        assertThat(second.state()).isEqualTo(BatchState.REVIEW);
    }

    @Test
    void severalCertificatesAreUsedInTheOrderOfPresentation() {
        DISTRICT.declare(Declarations.of("B-1", 1500, List.of(certificate("QC-1", 1200), certificate("QC-2", 1200))));
        assertThat(DISTRICT.declare(Declarations.of("B-2", "QC-2", 901)).state())
                .isEqualTo(BatchState.REJECTED);
        assertThat(DISTRICT.declare(Declarations.of("B-3", "QC-2", 900)).state())
                .isEqualTo(BatchState.ADMITTED);
        assertThat(DISTRICT.declare(Declarations.of("B-4", "QC-1", 1)).state()).isEqualTo(BatchState.REJECTED);
    }

    @Test
    void whateverIsRejectedGivesItsQuantityBackAndWhatIsInReviewHoldsIt() throws SQLException {
        Document other = Declarations.document(
                "QUARANTINE_CERTIFICATE", "QC-1", null, "樱桃", "CL", null, Declarations.lots(1200));
        StoredBatch first = DISTRICT.declare(Declarations.of("B-1", 1200, List.of(other)));
        assertThat(first.state()).isEqualTo(BatchState.REVIEW);
        assertThat(DISTRICT.declare(Declarations.of("B-2", "QC-1", 1)).state()).isEqualTo(BatchState.REJECTED);
        settle("B-1", 1, Outcome.REJECT, "名称不符");
        StoredBatch second = DISTRICT.desk.decideAgain("B-2", TODAY, batch -> {});
        assertThat(second.state()).isEqualTo(BatchState.ADMITTED);
        assertThat(second.decision().cause()).isEqualTo(DecisionCause.ASKED);
    }

    private static AdmissionDesk.Done settle(String id, int decision, Outcome outcome, String reason)
            throws SQLException {
        return DISTRICT.desk.settle(id, new AdmissionDesk.Verdict(decision, outcome, reason, "local"), batch -> {});
    }

    @Test
    void aReviewIsSettledOnceAndOnlyTheDecisionThatIsMeant() throws SQLException {
        Document other = Declarations.document(
                "QUARANTINE_CERTIFICATE", "QC-1", null, "樱桃", "CL", null, Declarations.lots(1200));
        DISTRICT.declare(Declarations.of("B-1", 1200, List.of(other)));
        assertThatThrownBy(() -> settle("B-1", 2, Outcome.ADMIT, "同物异名")).isInstanceOf(DeskConflictException.class);
        assertThat(settle("B-1", 1, Outcome.ADMIT, "同物异名").batch().state()).isEqualTo(BatchState.ADMITTED);
        assertThat(settle("B-1", 1, Outcome.ADMIT, "同物异名").changed()).isFalse();
        assertThatThrownBy(() -> settle("B-1", 1, Outcome.REJECT, "同物异名")).isInstanceOf(DeskConflictException.class);
        assertThatThrownBy(() -> settle("B-1", 1, Outcome.ADMIT, "另一理由")).isInstanceOf(DeskConflictException.class);
        assertThat(DISTRICT.passes.code("B-1")).hasSize(24);
        StoredBatch again = DISTRICT.desk.decideAgain("B-1", TODAY, batch -> {});
        assertThat(again.state()).isEqualTo(BatchState.REVIEW);
        assertThatThrownBy(() -> settle("B-1", 1, Outcome.ADMIT, "同物异名")).isInstanceOf(DeskConflictException.class);
        assertThat(worth("B-1", "2022-04-07").reasons())
                .extracting(PassReason::code)
                .containsExactly("REVIEW");
        assertThat(settle("B-1", 2, Outcome.REJECT, "x").batch().state()).isEqualTo(BatchState.REJECTED);
        assertThat(worth("B-1", "2022-04-07").reasons())
                .extracting(PassReason::code)
                .containsExactly("REJECTED");
        DISTRICT.declare(Declarations.of("B-2", "QC-2", 1200));
        assertThatThrownBy(() -> settle("B-2", 1, Outcome.REJECT, "x")).isInstanceOf(DeskConflictException.class);
        assertThatThrownBy(() -> settle("B-none", 1, Outcome.REJECT, "x")).isInstanceOf(NoSuchRecordException.class);
    }

    private static Passes.Worth worth(String id, String day) throws SQLException {
        String code = Objects.requireNonNull(DISTRICT.passes.code(id));
        return Objects.requireNonNull(DISTRICT.passes.worth(code, Days.of(day), DeskDistrict.POLICY));
    }

    @Test
    void aPassCountsUntilTheFirstDocumentExpires() throws SQLException {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 1200));
        assertThat(worth("B-1", "2022-04-07").valid()).isTrue();
        assertThat(worth("B-1", "2022-12-31").valid()).isTrue();
        assertThat(worth("B-1", "2022-12-31").validUntil()).isEqualTo(Days.of("2022-12-31"));
        assertThat(worth("B-1", "2023-01-01").reasons())
                .extracting(PassReason::code)
                .containsExactly("DOCUMENT_EXPIRED");
        assertThat(worth("B-1", "2022-04-06").reasons())
                .extracting(PassReason::code)
                .containsExactly("NOT_YET_ADMITTED");
        assertThat(DISTRICT.passes.worth("x", Declarations.TODAY, DeskDistrict.POLICY))
                .isNull();
        assertThat(DISTRICT.passes.code("B-none")).isNull();
    }

    @Test
    void aDocumentFoundFalseRecallsWhateverWasAdmittedUnderItAndWhoeverCitesItIsRefused() throws SQLException {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 700));
        DISTRICT.declare(Declarations.of("B-2", "QC-1", 501));
        DISTRICT.declare(Declarations.of("B-3", "QC-2", 500));
        FalseDocuments.Done done = DISTRICT.falseDocuments.find("QUARANTINE_CERTIFICATE", "qc-1", "签发机关否认", "local");
        assertThat(done.changed()).isTrue();
        assertThat(DISTRICT.falseDocuments.find("QUARANTINE_CERTIFICATE", "QC-1", "x", "local"))
                .isEqualTo(new FalseDocuments.Done(done.document(), false));
        assertThat(found("B-1").state()).isEqualTo(BatchState.RECALLED);
        assertThat(found("B-1").recalls()).extracting(Recall::falseDocument).containsExactly(1);
        assertThat(found("B-2").state()).isEqualTo(BatchState.REJECTED);
        assertThat(found("B-3").state()).isEqualTo(BatchState.ADMITTED);
        assertThat(worth("B-1", "2022-04-07").reasons())
                .extracting(PassReason::code)
                .containsExactly("RECALLED", "DOCUMENT_FALSE");
        assertThat(worth("B-3", "2022-04-07").valid()).isTrue();
        assertThat(codes(DISTRICT.declare(Declarations.of("B-4", "QC-1", 1)).decision()))
                .containsExactly("DOCUMENT_FALSE");
        assertThatThrownBy(() -> add("B-1", certificate("QC-9", 1200), 4)).isInstanceOf(DeskConflictException.class);
        assertThat(DISTRICT.citations.of("QUARANTINE_CERTIFICATE", "QC-1"))
                .extracting(Citation::batchId, Citation::state, Citation::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("B-1", BatchState.RECALLED, true),
                        org.assertj.core.groups.Tuple.tuple("B-2", BatchState.REJECTED, true),
                        org.assertj.core.groups.Tuple.tuple("B-4", BatchState.REJECTED, true));
    }

    @Test
    void theMarketsConcernedGetOneNoticeEachOfWhatWasRecalled() throws SQLException {
        DISTRICT.declare(Declarations.of("B-1", "QC 1", 500));
        DISTRICT.declare(Declarations.of("B-2", "QC 1", 500));
        DISTRICT.declare(at("B-3", "M-12", "QC 1"));
        DISTRICT.declare(Declarations.of("B-4", "QC-2", 500));
        DISTRICT.falseDocuments.find("QUARANTINE_CERTIFICATE", "QC-9", "x", "local");
        assertThat(notices()).isEmpty();
        DISTRICT.falseDocuments.find("QUARANTINE_CERTIFICATE", "QC 1", "x", "local");
        DISTRICT.falseDocuments.find("QUARANTINE_CERTIFICATE", "QC 1", "x", "local");
        assertThat(notices())
                .extracting(StoredNotice::id, StoredNotice::type, StoredNotice::marketId, StoredNotice::subdistrict)
                .containsExactly(
                        tuple("batches-recalled/2/M-11", "batches-recalled", "M-11", null),
                        tuple("batches-recalled/2/M-12", "batches-recalled", "M-12", null));
        assertThat(notices().get(0).data())
                .isEqualTo("{\"documentType\":\"QUARANTINE_CERTIFICATE\",\"batches\":2,\"admitted\":2,\"operators\":1,"
                        + "\"falseDocument\":\"/api/v1/false-documents/2\","
                        + "\"citations\":\"/api/v1/citations?type=QUARANTINE_CERTIFICATE&number=QC%201\","
                        + "\"recalled\":\"/api/v1/batches?state=RECALLED&market=M-11\"}");
    }

    private static List<StoredNotice> notices() throws SQLException {
        return new Inbox(DISTRICT.source).page(null, null, 0, 100);
    }

    private static Batch at(String id, String marketId, String certificate) {
        Batch sent = Declarations.of(id, certificate, 200);
        return new Batch(
                id,
                marketId,
                sent.operator(),
                sent.declaredOn(),
                sent.arrivesOn(),
                sent.supplier(),
                sent.goods(),
                sent.lots(),
                sent.documents());
    }

    @Test
    void aWithdrawnFindingLetsBatchesBeDecidedAgainButClearsNoneByItself() throws SQLException {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 700));
        int no = DISTRICT.falseDocuments
                .find("TEST_REPORT", "TR-B-1", "x", "local")
                .document()
                .no();
        assertThat(DISTRICT.falseDocuments.withdraw(no, "号码看错", "local").changed())
                .isTrue();
        assertThat(DISTRICT.falseDocuments.withdraw(no, "号码看错", "local").changed())
                .isFalse();
        assertThat(found("B-1").state()).isEqualTo(BatchState.RECALLED);
        assertThat(worth("B-1", "2022-04-07").reasons())
                .extracting(PassReason::code)
                .containsExactly("RECALLED");
        assertThat(DISTRICT.desk.decideAgain("B-1", TODAY, batch -> {}).state()).isEqualTo(BatchState.ADMITTED);
        assertThat(worth("B-1", "2022-04-07").valid()).isTrue();
        assertThatThrownBy(() -> DISTRICT.falseDocuments.withdraw(99, "x", "local"))
                .isInstanceOf(NoSuchRecordException.class);
    }

    @Test
    void aBatchWithoutARegisteredOperatorIsNotStored() {
        Batch sent = Declarations.of("B-1", "QC-1", 1200);
        Batch unknown = new Batch(
                "B-1",
                null,
                new Operator("O-9", null, Days.NONE),
                sent.declaredOn(),
                sent.arrivesOn(),
                sent.supplier(),
                sent.goods(),
                sent.lots(),
                sent.documents());
        assertThatThrownBy(() -> DISTRICT.desk.declare(unknown, TODAY)).isInstanceOf(NoSuchRecordException.class);
        assertThat(DISTRICT.value("select count(*) from batches")).isEqualTo("0");
    }

    @Test
    void whatWasDecidedCannotBeChanged() {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 1200));
        assertThatThrownBy(() -> DISTRICT.execute("update batch_decisions set outcome = 'REJECT'"))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("batch_decisions");
        assertThatThrownBy(() -> DISTRICT.execute("delete from passes")).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> ofToday(long after, int limit) throws SQLException {
        return Snapshot.of(
                        DISTRICT.source,
                        connection ->
                                StoredBatches.ofDays(connection, Declarations.TODAY, Declarations.TODAY, after, limit))
                .stream()
                .map(one -> one.batch().id() + " "
                        + Objects.requireNonNull(one.by(DeskDistrict.POLICY)).outcome())
                .toList();
    }

    @Test
    void theBatchesOfADayAreReadPageByPageWithWhatDecidingThemAgainTakes() throws SQLException {
        StoredBatch first = DISTRICT.declare(Declarations.of("B-2", "QC-1", 700));
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 501));
        DISTRICT.desk.declare(Declarations.of("B-3", "QC-3", 1), DeskDistrict.on(Declarations.TODAY + 1));
        assertThat(ofToday(0, 9)).containsExactly("B-2 ADMIT", "B-1 REJECT");
        assertThat(ofToday(0, 1)).containsExactly("B-2 ADMIT");
        assertThat(ofToday(first.no(), 1)).containsExactly("B-1 REJECT");
    }

    @Test
    void pagesAreByIdAndByWhatIsAskedFor() throws SQLException {
        DISTRICT.declare(Declarations.of("B-1", "QC-1", 700));
        DISTRICT.declare(Declarations.of("B-2", "QC-1", 501));
        DISTRICT.declare(Declarations.of("B-3", "QC-3", 1));
        assertThat(DISTRICT.batches.page(new StoredBatches.Wanted(BatchState.ADMITTED, "M-11", "O-1", "B-1", 10)))
                .extracting(StoredBatch::id)
                .containsExactly("B-3");
        assertThat(DISTRICT.batches.page(new StoredBatches.Wanted(null, null, null, "", 2)))
                .extracting(StoredBatch::id)
                .containsExactly("B-1", "B-2");
        assertThat(DISTRICT.batches.page(new StoredBatches.Wanted(null, "M-12", null, "", 2)))
                .isEmpty();
    }
}
