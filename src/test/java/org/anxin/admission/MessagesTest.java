package org.anxin.admission;

import static org.anxin.admission.Batches.DAY;
import static org.anxin.admission.Batches.lot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.anxin.policy.RuleTexts;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final AdmissionPolicy POLICY = RuleTexts.shipped().policy().admission();

    @Test
    void anExpiredLicence() {
        says(
                documents(all -> {
                    all.set(0, Batches.licence("SL-1", Days.of("2022-04-06"), Batches.SUPPLIER));
                    return all;
                }),
                "供货者许可证 SL-1 有效期至2022年4月6日，货物于2022年4月7日入场。",
                "Supplier licence SL-1 was valid until 6 April 2022; the goods enter on 7 April 2022.");
    }

    @Test
    void aMissingDocument() {
        says(
                documents(all -> {
                    all.remove(0);
                    return all;
                }),
                "未提交供货者许可证。",
                "No supplier licence was presented.");
    }

    @Test
    void aDocumentWithoutAResultOrANumber() {
        says(
                documents(all -> {
                    all.set(3, Batches.report(" ", "NEGATIVE", all.get(3).lots()));
                    return all;
                }),
                "新冠病毒核酸检测报告未填写编号。",
                "The nucleic-acid test report does not give the number.");
    }

    @Test
    void aLicenceOfAnotherSupplier() {
        says(
                documents(all -> {
                    all.set(0, Batches.licence("SL-1", Days.of("2022-12-31"), "别家公司"));
                    return all;
                }),
                "供货者许可证 SL-1 的持有人为“别家公司”，申报的供货者为“甬城进口贸易有限公司”。",
                "Supplier licence SL-1 is held by \"别家公司\"; the declared supplier is \"甬城进口贸易有限公司\".");
    }

    @Test
    void aPositiveTest() {
        says(
                documents(all -> {
                    all.set(3, Batches.report("TR-1", "POSITIVE", all.get(3).lots()));
                    return all;
                }),
                "新冠病毒核酸检测报告 TR-1 的检测结果为“阳性”，不是阴性。",
                "Nucleic-acid test report TR-1 has the result \"positive\", not negative.");
    }

    @Test
    void moreThanTheCertificateCovers() {
        says(
                lots(lot("L1", "700.50", "kg"), lot("L1", "700", "KG")),
                "批号 L1 申报合计 1400.5 kg，入境检疫证明合计仅 1200 kg。",
                "Lot L1: 1400.5 kg declared, only 1200 kg by entry quarantine certificate.");
    }

    @Test
    void anotherUnit() {
        says(
                lots(lot("L1", "2", "箱")),
                "批号 L1 的申报单位为箱，入境检疫证明的单位为kg。",
                "Lot L1: declared in 箱, but in kg by entry quarantine certificate.");
    }

    @Test
    void anOperatorThatSignedLate() {
        Batch batch = Batches.inOrder();
        Batch late = new Batch(
                batch.id(),
                batch.marketId(),
                new Operator("O-1", true, DAY + 1),
                batch.declaredOn(),
                batch.arrivesOn(),
                batch.supplier(),
                batch.goods(),
                batch.lots(),
                batch.documents());
        says(
                late,
                "经营户 O-1 的四方责任书签订日期2022年4月8日晚于判定日2022年4月7日。",
                "Operator O-1 signed the four-party responsibility letter on 8 April 2022, after the day of this decision,"
                        + " 7 April 2022.");
    }

    @Test
    void aCodeThatStaffUseForSomethingElseDoesNotSayWhatIsNotSo() {
        RuleTexts own = RuleTexts.shipped().with("admission/own.drl", """
                package rules.admission

                rule "AD-OWN The report was issued long ago"
                    @title("报告签发已久")
                    @directive("ANXIN-DEFAULTS")
                when
                    $p : PresentedDocument( type == "TEST_REPORT", daysSinceIssued >= 4 )
                then
                    findings.reject( $p, "DOCUMENT_EXPIRED" );
                end
                """);
        BatchDecision decision = own.policy().admission().decide(Batches.inOrder(), DAY);
        assertThat(decision.findings().get(0).message())
                .isEqualTo(new Bilingual(
                        "凭证已过有效期：新冠病毒核酸检测报告 TR-1。", "A document has expired: nucleic-acid test report TR-1."));
    }

    private static void says(Batch batch, String zh, String en) {
        BatchDecision decision = POLICY.decide(batch, DAY);
        assertThat(decision.findings()).extracting(Finding::message).containsExactly(new Bilingual(zh, en));
    }

    private static Batch documents(UnaryOperator<List<Document>> change) {
        return Batches.with(change);
    }

    private static Batch lots(Lot... declared) {
        return Batches.batch(List.of(declared), Batches.documents(lot("L1", "1200", "kg")));
    }
}
