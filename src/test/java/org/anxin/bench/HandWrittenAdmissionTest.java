package org.anxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
import org.anxin.admission.HandWrittenAdmission;
import org.anxin.admission.PreparedBatch;
import org.anxin.admission.SessionPerBatch;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.rulebook.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandWrittenAdmissionTest {
    private static final Policy RULES = RuleTexts.shipped().policy();
    private static final AdmissionPolicy POLICY = RULES.admission();
    private static final HandWrittenAdmission HAND_WRITTEN = new HandWrittenAdmission(RULES.ruleset());
    private static final AdmissionOracle ORACLE = new AdmissionOracle(RULES.ruleset());
    private static final SessionPerBatch SESSIONS = new SessionPerBatch(RULES.ruleset());

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4})
    void rulesJavaAndAnIndependentOracleDecideAlike(double faults) {
        RandomBatches batches = new RandomBatches(new Random(20220407), faults);
        Set<String> fired = new HashSet<>();
        for (int at = 0; at < 8_000; at++) {
            Batch batch = batches.any();
            BatchDecision rules = decidedByAll(batch);
            for (Finding finding : rules.findings()) {
                fired.add(finding.rule().id());
                assertThat(finding.message().zh()).endsWith("。");
            }
        }
        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(RULES.ruleset().rules().stream()
                        .filter(rule -> rule.file().startsWith("admission/"))
                        // Only the admission desk has anything on record.
                        .filter(rule -> !rule.file().equals("admission/records.drl"))
                        .map(Rule::id)
                        .toList());
    }

    @Test
    void oneSessionPerBatchDecidesAlike() {
        RandomBatches batches = new RandomBatches(new Random(7), 0.1);
        for (int at = 0; at < 500; at++) {
            PreparedBatch batch = POLICY.prepare(batches.any(), RandomBatches.DAY);
            assertThat(SESSIONS.decide(batch)).isEqualTo(POLICY.decide(batch));
        }
    }

    @Test
    void aboutAThirdOfTheFaultyBatchesThatAreMeasuredHaveFindings() {
        FaultyBatches batches = new FaultyBatches(new Random(1), 0.3);
        int withFindings = 0;
        for (int at = 0; at < 2000; at++) {
            withFindings += decidedByAll(batches.next(at)).findings().isEmpty() ? 0 : 1;
        }
        assertThat(withFindings).isBetween(500, 700);
    }

    @Test
    void aBatchInOrderIsInOrderToAll() {
        assertThat(decidedByAll(RandomBatches.clean(1, 3)).findings()).isEmpty();
    }

    private static BatchDecision decidedByAll(Batch batch) {
        PreparedBatch prepared = POLICY.prepare(batch, RandomBatches.DAY);
        BatchDecision rules = POLICY.decide(prepared);
        assertThat(rules).isEqualTo(HAND_WRITTEN.decide(prepared));
        assertThat(rules).isEqualTo(ORACLE.decide(NormalisedBatch.of(batch), RandomBatches.DAY));
        return rules;
    }
}
