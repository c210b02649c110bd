package org.anxin.onboarding;

/** How much a finding weighs. */
public enum Severity {
    /** To be put right; trade goes on. */
    REMIND,
    /** Until it is put right, no trade; of a finding about imported goods: no trade in these. */
    FORBID
}
