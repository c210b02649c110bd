package org.anxin.admission;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.OneOf;

/** What rules may say about a batch: {@code findings.reject( $d, "DOCUMENT_EXPIRED" )}. */
public final class FaultVerbs {
    private FaultVerbs() {}

    /** The batch may not enter. */
    @Says(zh = "不得入场", en = "the batch may not enter")
    public static Fault reject(@OneOf("finding") String code) {
        return new Fault(Severity.REJECT, code, null, null);
    }

    /** The batch may not enter, because of this part of it. */
    @Says(zh = "不得入场，并指明字段或凭证", en = "the batch may not enter; names the field or document")
    public static Fault reject(@OneOf("finding") String code, Part part) {
        return new Fault(Severity.REJECT, code, part.document(), part.field());
    }

    /** A person decides. */
    @Says(zh = "人工复核", en = "a person decides")
    public static Fault review(@OneOf("finding") String code) {
        return new Fault(Severity.REVIEW, code, null, null);
    }

    /** A person decides, because of this part of the batch. */
    @Says(zh = "人工复核，并指明字段或凭证", en = "a person decides; names the field or document")
    public static Fault review(@OneOf("finding") String code, Part part) {
        return new Fault(Severity.REVIEW, code, part.document(), part.field());
    }
}
