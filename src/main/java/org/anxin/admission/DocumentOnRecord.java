package org.anxin.admission;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one document of a stored batch and of what is on record about it, on one day. There is such a fact only
 * at the admission desk; {@code POST /api/v1/evaluate} knows of no records.
 *
 * @param type a declared word of the kind {@code document}
 * @param flags the yes-or-no fields, packed
 * @param daysLeft days from the day asked about to the last day of validity; below 0 once it has expired. Like the other
 *     numbers {@link org.anxin.time.Days#NONE} where the date is missing
 * @param daysSinceIssued days from issue to the day asked about
 * @param daysSinceSampled days from sampling to the day asked about
 * @param asOf epoch day asked about
 */
public record DocumentOnRecord(
        String type, int flags, int daysLeft, int daysSinceIssued, int daysSinceSampled, int asOf) {
    static final int FOUND_FALSE = 1;
    static final int ADMITTED = 1 << 1;
    static final int COLD_CHAIN = 1 << 2;

    /** The fact as rule authors know it. */
    static final FactType<DocumentOnRecord> TYPE = FactType.of(
                    DocumentOnRecord.class,
                    "已存批次的一份凭证及其登记情况",
                    "one document of a stored batch, with what is on record about it")
            .flags(DocumentOnRecord::flags)
            .word("type", "document", word -> true, DocumentOnRecord::type, "凭证类型", "type of the document")
            .flag("foundFalse", 0, "该凭证已被认定为虚假", "the document was found false")
            .flag(
                    "admitted",
                    1,
                    "批次已获准入场，查询的是准入当日是否仍有效",
                    "the batch was admitted; the question is whether that still counts on the day")
            .flag("coldChain", 2, "货物为冷链货物", "the batch is of cold-chain goods")
            .number("daysLeft", DocumentOnRecord::daysLeft, "当日起剩余有效天数", "days of validity left on the day")
            .number("daysSinceIssued", DocumentOnRecord::daysSinceIssued, "签发至当日的天数", "days from issue to the day")
            .number("daysSinceSampled", DocumentOnRecord::daysSinceSampled, "采样至当日的天数", "days from sampling to the day")
            .day("asOf", DocumentOnRecord::asOf, "当日", "the day asked about")
            .build();

    /** Whether the document was found false. */
    public boolean foundFalse() {
        return (flags & FOUND_FALSE) != 0;
    }

    /** Whether the batch was admitted, and the question is whether that still counts. */
    public boolean admitted() {
        return (flags & ADMITTED) != 0;
    }

    /** Whether the batch is declared as cold-chain goods. */
    public boolean coldChain() {
        return (flags & COLD_CHAIN) != 0;
    }
}
