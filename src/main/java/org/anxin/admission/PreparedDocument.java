package org.anxin.admission;

import static org.anxin.time.Days.NONE;

import org.anxin.text.CommonForm;
import org.jspecify.annotations.Nullable;

/**
 * A document, compared with the declaration.
 *
 * @param fact what rules see of it
 * @param sent the document as sent
 */
record PreparedDocument(PresentedDocument fact, Document sent) {

    /**
     * Compares a document with the declaration.
     *
     * @param type its type, the declared word's own instance
     */
    static PreparedDocument of(Document sent, String type, DeclaredTexts declared, int asOf) {
        int entry = declared.entry();
        String result = CommonForm.blank(sent.result()) ? null : sent.result();
        int flags = missing(sent) | texts(sent, declared) | dates(sent, entry, asOf);
        PresentedDocument fact = new PresentedDocument(
                type,
                result,
                flags,
                days(entry, sent.validUntil()),
                days(sent.issuedOn(), entry),
                days(sent.sampledOn(), entry),
                asOf,
                entry);
        return new PreparedDocument(fact, sent);
    }

    /** Its number as sent, null if blank. */
    @Nullable
    String number() {
        return fact.numberBlank() ? null : sent.number();
    }

    private static int missing(Document sent) {
        return (CommonForm.blank(sent.number()) ? PresentedDocument.NUMBER_BLANK : 0)
                | (sent.issuedOn() == NONE ? PresentedDocument.DATE_OF_ISSUE_MISSING : 0)
                | (sent.validUntil() == NONE ? PresentedDocument.VALID_UNTIL_MISSING : 0)
                | (sent.sampledOn() == NONE ? PresentedDocument.SAMPLED_ON_MISSING : 0)
                | (sent.lots().isEmpty() ? PresentedDocument.LOTS_MISSING : 0)
                | (CommonForm.blank(sent.result()) ? PresentedDocument.RESULT_MISSING : 0);
    }

    private static int texts(Document sent, DeclaredTexts declared) {
        String holder = CommonForm.of(sent.holder());
        String goodsName = CommonForm.of(sent.goodsName());
        String origin = CommonForm.of(sent.origin());
        return (holder.isEmpty() ? PresentedDocument.HOLDER_BLANK : 0)
                | (goodsName.isEmpty() ? PresentedDocument.GOODS_NAME_BLANK : 0)
                | (origin.isEmpty() ? PresentedDocument.ORIGIN_BLANK : 0)
                | (differ(holder, declared.supplier()) ? PresentedDocument.HOLDER_DIFFERS : 0)
                | (differ(goodsName, declared.goodsName()) ? PresentedDocument.GOODS_NAME_DIFFERS : 0)
                | (differ(origin, declared.origin()) ? PresentedDocument.ORIGIN_DIFFERS : 0)
                | (declared.coldChain() ? PresentedDocument.COLD_CHAIN : 0);
    }

    private static int dates(Document sent, int entry, int asOf) {
        return (sent.issuedOn() > asOf ? PresentedDocument.DATE_OF_ISSUE_IN_FUTURE : 0)
                | (sent.sampledOn() > asOf ? PresentedDocument.SAMPLED_IN_FUTURE : 0)
                | (after(sent.sampledOn(), sent.issuedOn()) ? PresentedDocument.SAMPLED_AFTER_ISSUED : 0)
                | (after(sent.issuedOn(), entry) ? PresentedDocument.DATE_OF_ISSUE_AFTER_ENTRY : 0);
    }

    /** Two texts differ only where both are filled in. */
    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    /** Whether both days are there and the first is the later one. */
    private static boolean after(int day, int other) {
        return day != NONE && other != NONE && day > other;
    }

    /** Days from one day to another, {@link org.anxin.time.Days#NONE} where one is missing. */
    static int days(int from, int to) {
        return from == NONE || to == NONE ? NONE : to - from;
    }
}
