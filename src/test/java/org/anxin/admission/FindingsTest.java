package org.anxin.admission;

import static org.anxin.admission.Batches.DAY;
import static org.anxin.admission.Batches.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final AdmissionPolicy POLICY = new AdmissionPolicy(AdmissionRules.shipped());

    @Test
    void aCleanBatchIsAdmittedWithoutFindings() {
        BatchDecision decision = POLICY.decide(Batches.inOrder(), DAY);
        assertThat(decision).isEqualTo(new BatchDecision("B-1", Outcome.ADMIT, List.of()));
    }

    @Test
    void textIsSortedByCodePointAndNullFirst() {
        List<Lot> lots = List.of(lot("🍎", "0", "kg"), lot("Ａ", "0", "kg"), lot(null, "0", "kg"), lot("Z", "0", "kg"));
        BatchDecision decision = POLICY.decide(Batches.batch(lots, Batches.documents(lots.toArray(Lot[]::new))), DAY);
        assertThat(decision.findings())
                .filteredOn(finding -> "lots.quantity".equals(finding.field()))
                .extracting(Finding::lot)
                .containsExactly(null, "Z", "Ａ", "🍎");
    }

    @Test
    void theSameFaultOfTwoDocumentsWithOneNumberIsFoundOnce() {
        Document expired = Batches.licence("SL-9", Days.of("2022-04-06"), Batches.SUPPLIER);
        BatchDecision decision = POLICY.decide(
                Batches.with(documents -> {
                    documents.addAll(List.of(expired, expired));
                    return documents;
                }),
                DAY);
        assertThat(decision.findings()).extracting(Finding::number).containsExactly("SL-9");
    }

    @Test
    void aNumberIsReportedAsSentAndOneOfWhiteSpaceAsNull() {
        BatchDecision decision = POLICY.decide(
                Batches.with(documents -> {
                    documents.add(Batches.licence(" sl-９ ", Days.of("2022-04-06"), Batches.SUPPLIER));
                    documents.add(Batches.licence("　", Days.of("2022-04-06"), Batches.SUPPLIER));
                    return documents;
                }),
                DAY);
        assertThat(decision.findings())
                .filteredOn(finding -> finding.code().equals("DOCUMENT_EXPIRED"))
                .extracting(Finding::number)
                .containsExactly(null, " sl-９ ");
    }

    @Test
    void orderOfDocumentsAndLotsNeverMatters() {
        List<Lot> lots = new ArrayList<>(List.of(lot("L1", "3", "kg"), lot("L2", "0", ""), lot("l1 ", "2", "KG")));
        List<Document> documents = Batches.documents(lot("L1", "4", "kg"), lot("L3", "1", "kg"));
        documents.add(Batches.report(null, "POSITIVE", List.of()));
        BatchDecision one = POLICY.decide(Batches.batch(List.copyOf(lots), List.copyOf(documents)), DAY);
        java.util.Collections.reverse(lots);
        java.util.Collections.reverse(documents);
        BatchDecision other = POLICY.decide(Batches.batch(lots, documents), DAY);
        assertThat(one.findings()).hasSizeGreaterThan(5);
        assertThat(other.findings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("grounds")
                .isEqualTo(one.findings());
    }

    @Test
    void aBatchPreparedForAnotherRulesetIsRefused() {
        AdmissionPolicy other = new AdmissionPolicy(
                AdmissionRules.edited("admission/none.drl", "package rules.admission\n", "document", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> other.decide(POLICY.prepare(Batches.inOrder()), DAY));
    }
}
