package org.anxin.policy;

import org.anxin.admission.AdmissionPolicy;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.TestingPolicy;

/** STUB until the rulebook is merged. */
public record Policy(Ruleset ruleset, TestingPolicy testing, AdmissionPolicy admission) {}
