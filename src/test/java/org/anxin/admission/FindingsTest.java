package org.anxin.admission;

import static org.anxin.admission.Batches.DAY;
import static org.anxin.admission.Batches.lot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    private static final Policy RULES = RuleTexts.shipped().policy();
    private static final AdmissionPolicy POLICY = RULES.admission();

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
    void aPreparedBatchServesEveryRulesetInWhichTheSameDocumentsListLots() {
        RuleTexts softer =
                RuleTexts.shipped().replacing("admission/test-result.drl", "findings.reject(", "findings.review(");
        RuleTexts unlisted = RuleTexts.shipped()
                .replacing("words.yaml", "nucleic-acid test report, listsLots: true", "nucleic-acid test report");
        PreparedBatch batch = POLICY.prepare(
                Batches.with(documents -> {
                    documents.set(
                            3,
                            Batches.report("TR-1", "PENDING", documents.get(3).lots()));
                    return documents;
                }),
                DAY);
        assertThat(POLICY.decide(batch).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(softer.policy().admission().decide(batch).outcome()).isEqualTo(Outcome.REVIEW);
        AdmissionPolicy other = unlisted.policy().admission();
        assertThatIllegalArgumentException().isThrownBy(() -> other.decide(batch));
    }

    @Test
    void staffFindSomethingThatJavaDoesNotKnow() {
        Policy own = RuleTexts.shipped()
                .replacing(
                        "words.yaml",
                        "finding:\n",
                        "finding:\n  - {code: SAMPLE_TOO_OLD, zh: 采样过早, en: the sample is too old}\n")
                .with("admission/cold-chain.drl", """
                        package rules.admission

                        rule "AD-COLD-3D Cold-chain goods are sampled at most 3 days before entry"
                            @title("冷链货物采样须在入场前3天内")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $p : PresentedDocument( type == "TEST_REPORT", daysSinceSampled > 4 )
                        then
                            findings.review( $p, "SAMPLE_TOO_OLD", field("sampledOn") );
                        end
                        """)
                .policy();
        BatchDecision decision = own.admission().decide(Batches.inOrder(), DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(decision.findings())
                .extracting(Finding::message)
                .containsExactly(new Bilingual(
                        "采样过早：新冠病毒核酸检测报告 TR-1，采样日期。",
                        "The sample is too old: nucleic-acid test report TR-1, date of sampling."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CL", "cl", "ＣＬ"})
    void aRuleOnTheOriginFindsEverySpellingOfItAndLeavesOthersAlone(String written) {
        AdmissionPolicy stopped = stoppedFrom(written);
        for (String declared : List.of("CL", "cl", "ｃｌ ", " Cl\t")) {
            assertThat(found(stopped.decide(Batches.from(declared), DAY))).containsExactly("AD-STOP-ORIGIN");
        }
        for (String declared : List.of("CLX", "C L", "ｃ")) {
            assertThat(found(stopped.decide(Batches.from(declared), DAY))).doesNotContain("AD-STOP-ORIGIN");
        }
        assertThat(found(stopped.decide(Batches.from(null), DAY))).doesNotContain("AD-STOP-ORIGIN");
    }

    private static List<String> found(BatchDecision decision) {
        return decision.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    private static AdmissionPolicy stoppedFrom(String origin) {
        return RuleTexts.shipped()
                .with("admission/origin.drl", """
                        package rules.admission

                        rule "AD-STOP-ORIGIN Goods of this origin are for a person to decide"
                            @title("该原产地的货物由人工复核")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $d : Declaration( origin == "%s" )
                        then
                            findings.review( $d, "ORIGIN_MISMATCH", field("goods.origin") );
                        end
                        """.formatted(origin))
                .policy()
                .admission();
    }
}
