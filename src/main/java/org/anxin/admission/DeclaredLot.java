package org.anxin.admission;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one declared lot (SPEC section 5).
 *
 * @param flags the yes-or-no fields, packed
 * @param asOf epoch day of the decision
 * @param entry epoch day of entry, {@link org.anxin.time.Days#NONE} if unknown
 */
public record DeclaredLot(int flags, int asOf, int entry) {
    static final int NUMBER_BLANK = 1;
    static final int QUANTITY_MISSING = 1 << 1;

    /** The fact as rule authors know it. */
    static final FactType<DeclaredLot> TYPE = FactType.of(DeclaredLot.class, "申报的一个批号", "one declared lot")
            .flags(DeclaredLot::flags)
            .flag("numberBlank", 0, "未填写批号", "the lot has no number")
            .flag("quantityMissing", 1, "未填写数量或数量不大于零", "its quantity is missing or not positive")
            .day("asOf", DeclaredLot::asOf, "判定日", "day of the decision")
            .day("entry", DeclaredLot::entry, "入场日", "day of entry")
            .build();

    /** Whether the lot has no number. */
    public boolean numberBlank() {
        return (flags & NUMBER_BLANK) != 0;
    }

    /** Whether its quantity is missing or not positive. */
    public boolean quantityMissing() {
        return (flags & QUANTITY_MISSING) != 0;
    }
}
