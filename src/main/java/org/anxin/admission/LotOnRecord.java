package org.anxin.admission;

import org.anxin.rulebook.FactType;
import org.anxin.rulebook.Words;

/**
 * What rules see of one declared lot and of what other stored batches take from the documents that list it. There is such
 * a fact only at the admission desk, for each type of document presented that lists lots, where the lot has a number and a
 * positive quantity.
 *
 * @param document type of the documents, a declared word of the kind {@code document}
 * @param flags the yes-or-no fields, packed
 * @param asOf epoch day of the decision
 * @param entry epoch day of entry, {@link org.anxin.time.Days#NONE} if unknown
 */
public record LotOnRecord(String document, int flags, int asOf, int entry) {
    static final int USED_UP = 1;
    static final int CONTRADICTED = 1 << 1;

    /** The fact as rule authors know it. */
    static final FactType<LotOnRecord> TYPE = FactType.of(
                    LotOnRecord.class,
                    "申报的一个批号与其他批次对同类凭证的占用",
                    "one declared lot and what other batches take from the documents of one type")
            .flags(LotOnRecord::flags)
            .word("document", "document", Words.Word::listsLots, LotOnRecord::document, "凭证类型", "type of the documents")
            .flag(
                    "usedUp",
                    0,
                    "其他批次占用后，凭证所余数量少于申报数量",
                    "what other batches leave of the documents is less than declared")
            .flag(
                    "contradicted",
                    1,
                    "其他批次提交的同一凭证对该批号载有不同的数量或单位，或未载数量",
                    "the same document, presented with another batch, gives the lot another quantity or unit, or none")
            .day("asOf", LotOnRecord::asOf, "判定日", "day of the decision")
            .day("entry", LotOnRecord::entry, "入场日", "day of entry")
            .build();

    /** Whether other batches take so much that what is left is less than declared. */
    public boolean usedUp() {
        return (flags & USED_UP) != 0;
    }

    /** Whether another batch presents the same document with other contents for the lot. */
    public boolean contradicted() {
        return (flags & CONTRADICTED) != 0;
    }
}
