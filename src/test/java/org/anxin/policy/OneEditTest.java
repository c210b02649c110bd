package org.anxin.policy;

import static org.anxin.policy.People.STAFF;
import static org.anxin.policy.People.assignment;
import static org.anxin.policy.People.person;
import static org.anxin.policy.People.sampled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.Outcome;
import org.anxin.testing.Action;
import org.anxin.testing.Assignment;
import org.anxin.testing.Obligation;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Sample;
import org.anxin.testing.Status;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

/** Every change of policy that the regulator is likely to order is one edit in the rule directory, and no Java. */
class OneEditTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    private static PersonDecision decide(RuleTexts rules, Person person, String asOf) {
        return rules.policy().testing().decide(person, Days.of(asOf));
    }

    private static BatchDecision decide(RuleTexts rules, Batch batch) {
        return rules.policy().admission().decide(batch, Days.of("2022-04-07"));
    }

    private static String due(PersonDecision decision) {
        return Days.text(decision.dueOn());
    }

    private static List<String> rules(PersonDecision decision) {
        return decision.obligations().stream()
                .map(obligation -> obligation.duty().rule().id())
                .toList();
    }

    private static List<String> codes(BatchDecision decision) {
        return decision.findings().stream().map(Finding::code).toList();
    }

    @Test
    void threeDaysBecomeFive() {
        Person person = person(STAFF, sampled("2022-03-10"));
        RuleTexts edited = SHIPPED.replacing("testing/cadence.drl", "every(3).days()", "every(5).days()");
        assertThat(due(decide(SHIPPED, person, "2022-03-11"))).isEqualTo("2022-03-13");
        assertThat(due(decide(edited, person, "2022-03-11"))).isEqualTo("2022-03-15");
    }

    @Test
    void aDocumentBecomesRequired() {
        RuleTexts edited = SHIPPED.replacing(
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
                        """);
        assertThat(decide(SHIPPED, Batches.inOrder()).outcome()).isEqualTo(Outcome.ADMIT);
        BatchDecision decision = decide(edited, Batches.inOrder());
        assertThat(decision.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(decision.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DOCUMENT_MISSING");
            assertThat(finding.document()).isEqualTo("ORIGIN_CERTIFICATE");
            assertThat(finding.message().zh()).contains("原产地证明");
            assertThat(finding.message().en()).contains("certificate of origin");
        });
    }

    @Test
    void aCheckBecomesOneForAPersonToDecide() {
        RuleTexts edited = SHIPPED.replacing(
                "admission/consistency.drl",
                "findings.reject( $p, \"ORIGIN_MISMATCH\" )",
                "findings.review( $p, \"ORIGIN_MISMATCH\" )");
        Batch batch = Batches.withOrigin("PE");
        assertThat(decide(SHIPPED, batch).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(decide(edited, batch).outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(codes(decide(edited, batch))).containsExactly("ORIGIN_MISMATCH");
    }

    @Test
    void aPendingResultCountsTwoDays() {
        Person person = person(STAFF, sampled("2022-03-10"), new Sample(Days.of("2022-03-13"), "PENDING"));
        RuleTexts edited = SHIPPED.replacing("testing/samples.drl", "daysAgo <= 1", "daysAgo <= 2");
        assertThat(decide(SHIPPED, person, "2022-03-15").status()).isEqualTo(Status.OVERDUE);
        assertThat(decide(edited, person, "2022-03-15").status()).isEqualTo(Status.DUE_TOMORROW);
        assertThat(decide(edited, person, "2022-03-15").notes()).isEmpty();
        assertThat(decide(edited, person, "2022-03-16").status()).isEqualTo(Status.OVERDUE);
    }

    private static RuleTexts withEmergency(String condition) {
        return SHIPPED.with("testing/emergency-2022-05.drl", """
                package rules.testing

                rule "EM-NEW-1D Everyone there, every day, 3 to 5 May 2022"
                    @title("2022年5月3日至5日每天1次")
                    @directive("ANXIN-DEFAULTS")
                when
                    $a : Assignment( %s )
                then
                    obligations.require( $a, every(1).days().from("2022-05-03").to("2022-05-05") );
                end
                """.formatted(condition));
    }

    @Test
    void anEmergencyWindowOpensForOneMarketTypeOneMarketOrOneSubdistrict() {
        Assignment here = assignment("M-01", "FARMERS", "西兴街道", "STAFF");
        Assignment there = assignment("M-11", "PROFESSIONAL", "浦沿街道", "STAFF");
        for (String condition :
                List.of("marketType == \"FARMERS\"", "marketId == \"M-01\"", "subdistrict == \"西兴街道\"")) {
            RuleTexts edited = withEmergency(condition);
            assertThat(rules(decide(edited, person(here, sampled("2022-05-02")), "2022-05-03")))
                    .as(condition)
                    .contains("EM-NEW-1D");
            assertThat(rules(decide(edited, person(there, sampled("2022-05-02")), "2022-05-03")))
                    .as(condition)
                    .doesNotContain("EM-NEW-1D");
        }
        assertThat(rules(decide(SHIPPED, person(here, sampled("2022-05-02")), "2022-05-03")))
                .containsExactly("FM-3D");
    }

    @Test
    void twoTyphoonDaysAreExcepted() {
        RuleTexts edited = SHIPPED.replacing(
                "testing/emergency-2022-04.drl",
                "every(2).days().from(\"2022-04-08\").to(\"2022-04-15\")",
                "every(2).days().from(\"2022-04-08\").to(\"2022-04-15\").except(\"2022-04-10\", \"2022-04-11\")");
        PersonDecision decision = decide(edited, person(STAFF, sampled("2022-04-09")), "2022-04-09");
        assertThat(decision.obligations())
                .filteredOn(obligation -> obligation.duty().rule().id().equals("EM-FM-2D"))
                .extracting(Obligation::from, Obligation::to, Obligation::dueOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Days.of("2022-04-12"), Days.of("2022-04-15"), Days.of("2022-04-13")),
                        org.assertj.core.groups.Tuple.tuple(Days.of("2022-04-08"), Days.of("2022-04-09"), Days.NONE));
        assertThat(decide(SHIPPED, person(STAFF, sampled("2022-04-09")), "2022-04-09")
                        .dueOn())
                .isEqualTo(Days.of("2022-04-11"));
    }

    @Test
    void theMarketIsWarnedTwoDaysAhead() {
        Person person = person(STAFF, sampled("2022-03-10"));
        RuleTexts edited = SHIPPED.replacing("testing/actions.drl", "daysLeft <= 1", "daysLeft <= 2");
        assertThat(decide(SHIPPED, person, "2022-03-11").action()).isEqualTo(Action.NONE);
        assertThat(decide(edited, person, "2022-03-11").action()).isEqualTo(Action.WARN);
        assertThat(decide(edited, person, "2022-03-10").action()).isEqualTo(Action.NONE);
    }

    @Test
    void suspensionBeginsOnTheSecondDayOverdue() {
        Person person = person(STAFF, sampled("2022-03-10"));
        RuleTexts edited = SHIPPED.replacing("testing/actions.drl", "daysOver >= 1", "daysOver >= 2");
        assertThat(decide(SHIPPED, person, "2022-03-14").action()).isEqualTo(Action.SUSPEND);
        assertThat(decide(edited, person, "2022-03-14").action()).isEqualTo(Action.WARN);
        assertThat(decide(edited, person, "2022-03-15").action()).isEqualTo(Action.SUSPEND);
    }

    @Test
    void aCategoryIsAddedWithARule() {
        RuleTexts edited = SHIPPED.replacing(
                        "words.yaml", "category:\n", "category:\n  - {code: COURIER, zh: 快递员, en: courier}\n")
                .with("testing/couriers.drl", """
                        package rules.testing

                        rule "CO-2D Couriers are sampled every 2 days"
                            @title("快递员每2天1次")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $a : Assignment( category == "COURIER", marketType == "PROFESSIONAL" )
                        then
                            obligations.require( $a, every(2).days() );
                        end
                        """);
        Assignment courier = assignment("M-11", "PROFESSIONAL", null, "COURIER");
        PersonDecision decision = decide(edited, person(courier, sampled("2022-03-10")), "2022-03-11");
        assertThat(rules(decision)).containsExactly("CO-2D", "EM-PM-2D");
        assertThat(due(decision)).isEqualTo("2022-03-12");
    }

    @Test
    void aSampleResultIsAddedWithARule() {
        RuleTexts edited = SHIPPED.replacing(
                        "words.yaml",
                        "result:\n",
                        "result:\n  - {code: ANTIGEN_NEGATIVE, zh: 抗原阴性, en: antigen negative}\n")
                .with("testing/antigen.drl", """
                        package rules.testing

                        rule "SA-ANTIGEN A negative antigen test counts on its own day only"
                            @title("抗原阴性当日计入")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $s : Sample( result == "ANTIGEN_NEGATIVE", daysAgo == 0 )
                        then
                            samples.count( $s );
                        end
                        """);
        Person person = person(STAFF, sampled("2022-03-10"), new Sample(Days.of("2022-03-13"), "ANTIGEN_NEGATIVE"));
        assertThat(decide(edited, person, "2022-03-13").status()).isEqualTo(Status.COMPLIANT);
        assertThat(decide(edited, person, "2022-03-14").status()).isEqualTo(Status.OVERDUE);
    }

    @Test
    void aDocumentTypeIsAddedWithARuleAboutItsLots() {
        RuleTexts edited = SHIPPED.replacing(
                        "words.yaml",
                        "document:\n",
                        "document:\n  - {code: COLD_CHAIN_LOG, zh: 冷链记录, en: cold-chain log, listsLots: true}\n")
                .with("admission/cold-chain.drl", """
                        package rules.admission

                        rule "AD-COLD-LOTS Every declared lot is on a cold-chain log"
                            @title("申报的每一批号须列入冷链记录")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $c : LotCoverage( document == "COLD_CHAIN_LOG", !listed )
                        then
                            findings.review( $c, "LOT_NOT_COVERED" );
                        end
                        """);
        assertThat(decide(edited, Batches.inOrder()).outcome()).isEqualTo(Outcome.ADMIT);
        BatchDecision decision = decide(edited, Batches.with(Batches.document("COLD_CHAIN_LOG", "CL-1", "L2")));
        assertThat(decision.outcome()).isEqualTo(Outcome.REVIEW);
        assertThat(codes(decision)).containsExactly("LOT_NOT_COVERED");
    }

    @Test
    void aCheckAppliesFromADayOn() {
        RuleTexts edited = SHIPPED.replacing(
                "admission/consistency.drl", "originDiffers )", "originDiffers, asOf >= \"2022-04-08\" )");
        assertThat(decide(edited, Batches.withOrigin("PE")).outcome()).isEqualTo(Outcome.ADMIT);
        assertThat(edited.policy()
                        .admission()
                        .decide(Batches.withOrigin("PE"), Days.of("2022-04-08"))
                        .outcome())
                .isEqualTo(Outcome.REJECT);
    }
}
