package org.anxin.onboarding;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.OneOf;

/** What rules may say about the two lists: {@code findings.forbid( $o, "IMPORTER_NOT_LISTED" )}. */
public final class ListVerbs {
    private ListVerbs() {}

    /** No trade in imported goods before it is put right. */
    @Says(zh = "改正前不得销售进口商品", en = "no trade in imported goods before it is put right")
    public static Shortfall forbid(@OneOf("finding") String code) {
        return new Shortfall(Concern.LISTS, Severity.FORBID, code);
    }

    /** To be put right, but trade goes on. */
    @Says(zh = "提醒改正，可继续经营", en = "to be put right, but trade goes on")
    public static Shortfall remind(@OneOf("finding") String code) {
        return new Shortfall(Concern.LISTS, Severity.REMIND, code);
    }
}
