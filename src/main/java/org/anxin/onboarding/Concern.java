package org.anxin.onboarding;

/** Which list a finding belongs to. */
public enum Concern {
    /** Missing before somebody may trade. */
    READINESS,
    /** Wrong with the two lists or the roster of contacts. */
    LISTS
}
