package org.anxin.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anxin.rulebook.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case files beside the shipped rules. */
class ShippedCasesTest {
    private static final AdmissionPolicy POLICY = new AdmissionPolicy(AdmissionRules.shipped());

    static List<AdmissionCase> cases() throws IOException {
        List<AdmissionCase> cases = new ArrayList<>();
        for (var file : AdmissionRules.texts().entrySet()) {
            if (file.getKey().endsWith(".cases.yaml")) {
                cases.addAll(AdmissionCase.yaml(file.getValue()));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holds(AdmissionCase one) {
        one.check(POLICY.decide(one.batch(), one.asOf()));
    }

    @Test
    void everyRuleHasACaseInWhichItFiresAndOneInWhichItIsSilent() throws IOException {
        Set<String> fires = new HashSet<>();
        Set<String> silent = new HashSet<>();
        for (AdmissionCase one : cases()) {
            Set<String> fired = firedBy(one);
            fires.addAll(fired);
            ids().stream().filter(id -> !fired.contains(id)).forEach(silent::add);
        }
        assertThat(fires).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(silent).containsExactlyInAnyOrderElementsOf(ids());
    }

    private static Set<String> firedBy(AdmissionCase one) {
        Set<String> fired = new HashSet<>();
        AdmissionPolicy heard = new AdmissionPolicy(AdmissionRules.shipped()
                .heard((fact, firings) ->
                        firings.forEach(firing -> fired.add(firing.rule().id()))));
        heard.decide(one.batch(), one.asOf());
        return fired;
    }

    private static List<String> ids() {
        return AdmissionRules.shipped().rules().stream().map(Rule::id).toList();
    }
}
