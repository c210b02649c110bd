package org.anxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.admission.Batch;
import org.anxin.admission.BatchDecision;
import org.anxin.admission.Finding;
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

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4})
    void rulesAndJavaDecideAlike(double faults) {
        RandomBatches batches = new RandomBatches(new Random(20220407), faults);
        Set<String> fired = new HashSet<>();
        for (int at = 0; at < 20_000; at++) {
            Batch batch = batches.any();
            BatchDecision rules = POLICY.decide(batch, RandomBatches.DAY);
            assertThat(rules).isEqualTo(HAND_WRITTEN.decide(NormalisedBatch.of(batch), RandomBatches.DAY));
            for (Finding finding : rules.findings()) {
                fired.add(finding.rule().id());
                assertThat(finding.message().zh()).endsWith("。");
            }
        }
        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(RULES.ruleset().rules().stream()
                        .filter(rule -> rule.file().startsWith("admission/"))
                        .map(Rule::id)
                        .toList());
    }

    @Test
    void aBatchInOrderIsInOrderToBoth() {
        Batch batch = RandomBatches.clean(1, 3);
        assertThat(POLICY.decide(batch, RandomBatches.DAY).findings()).isEmpty();
        assertThat(HAND_WRITTEN
                        .decide(NormalisedBatch.of(batch), RandomBatches.DAY)
                        .findings())
                .isEmpty();
    }
}
