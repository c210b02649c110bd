package org.anxin.admission;

import org.anxin.rulebook.FactType;
import org.anxin.rulebook.Words;

/**
 * What rules see of one declared lot and the documents of one type that list lots, taken together (SPEC section 5).
 * There is such a fact only where the lot has a number and at least one document of the type is presented.
 *
 * @param document type of the documents, a declared word of the kind {@code document}
 * @param flags the yes-or-no fields, packed
 * @param asOf epoch day of the decision
 * @param entry epoch day of entry, {@link org.anxin.time.Days#NONE} if unknown
 */
public record LotCoverage(String document, int flags, int asOf, int entry) {
    static final int LISTED = 1;
    static final int QUANTITY_EXCEEDED = 1 << 1;
    static final int UNIT_DIFFERS = 1 << 2;

    /** The fact as rule authors know it. */
    static final FactType<LotCoverage> TYPE = FactType.of(
                    LotCoverage.class, "一个批号与同类凭证的对应", "one declared lot on the documents of one type")
            .flags(LotCoverage::flags)
            .word("document", "document", Words.Word::listsLots, LotCoverage::document, "凭证类型", "type of the documents")
            .flag("listed", 0, "至少一份凭证列有该批号", "at least one of the documents lists the lot")
            .flag("quantityExceeded", 1, "申报数量合计超过凭证数量合计", "more is declared than the documents cover")
            .flag("unitDiffers", 2, "凭证对该批号使用了另一单位", "a document gives the lot in another unit")
            .day("asOf", LotCoverage::asOf, "判定日", "day of the decision")
            .day("entry", LotCoverage::entry, "入场日", "day of entry")
            .build();

    /** Whether at least one of the documents lists the lot. */
    public boolean listed() {
        return (flags & LISTED) != 0;
    }

    /** Whether the declared quantities of the lot, added, are above those of the documents, added, in the same unit. */
    public boolean quantityExceeded() {
        return (flags & QUANTITY_EXCEEDED) != 0;
    }

    /** Whether a document gives the lot a quantity in another unit than the declaration. */
    public boolean unitDiffers() {
        return (flags & UNIT_DIFFERS) != 0;
    }
}
