package org.anxin.onboarding;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.OneOf;

/** What rules may say about what is missing before somebody trades: {@code readiness.forbid( $e, "LETTER_UNSIGNED" )}. */
public final class ReadinessVerbs {
    private ReadinessVerbs() {}

    /** No trade before it is there. */
    @Says(zh = "补齐前不得经营", en = "no trade before it is there")
    public static Shortfall forbid(@OneOf("finding") String code) {
        return new Shortfall(Concern.READINESS, Severity.FORBID, code);
    }

    /** Is missing, but trade goes on. */
    @Says(zh = "提醒补齐，可继续经营", en = "is missing, but trade goes on")
    public static Shortfall remind(@OneOf("finding") String code) {
        return new Shortfall(Concern.READINESS, Severity.REMIND, code);
    }
}
