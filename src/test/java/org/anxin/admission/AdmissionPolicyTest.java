package org.anxin.admission;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionPolicyTest {
    private static final AdmissionPolicy POLICY = new AdmissionPolicy(AdmissionRules.shipped());

    static List<AdmissionCase> cases() throws IOException {
        return AdmissionCase.resource("/cases/admission.json");
    }

    static List<AdmissionCase> binjiang() throws IOException {
        return AdmissionCase.resource("/cases/admission-binjiang.json");
    }

    @ParameterizedTest
    @MethodSource({"cases", "binjiang"})
    void decidesAsTheCaseExpects(AdmissionCase one) {
        one.check(POLICY.decide(one.batch(), one.asOf()));
    }
}
