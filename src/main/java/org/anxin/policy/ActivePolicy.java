package org.anxin.policy;

import jakarta.enterprise.context.ApplicationScoped;
import org.anxin.admission.AdmissionPolicy;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.TestingPolicy;

/** STUB until the rulebook is merged. */
@ApplicationScoped
public class ActivePolicy {
    private final Policy policy = new Policy(Ruleset.stub(), new TestingPolicy(), new AdmissionPolicy());

    /** STUB. */
    public Policy current() {
        return policy;
    }
}
