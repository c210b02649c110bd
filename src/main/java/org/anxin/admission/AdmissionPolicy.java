package org.anxin.admission;

import java.util.List;
import org.anxin.directive.Directive;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;

/** STUB until the admission feature is merged. */
public class AdmissionPolicy {
    public AdmissionPolicy(org.anxin.rulebook.Ruleset ruleset) {}

    private static final Rule RULE = new Rule(
            "AD-STUB",
            new Bilingual("桩", "Stub"),
            new Directive(
                    "ANXIN-DEFAULTS", new Bilingual("默认", "Defaults"), new Bilingual("安心", "Anxin"), null, null, null),
            "admission/stub.drl",
            1);

    /** STUB. */
    public BatchDecision decide(Batch batch, int asOf) {
        return new BatchDecision(
                batch.id(),
                Outcome.REJECT,
                List.of(new Finding(
                        "DOCUMENT_MISSING", Severity.REJECT, "DISINFECTION_CERTIFICATE", null, null, null, RULE)));
    }
}
