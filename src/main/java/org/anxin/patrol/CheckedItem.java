package org.anxin.patrol;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one item of one check.
 *
 * @param marketType a declared word
 * @param item a declared word of the kind {@code patrolItem}
 * @param means {@code VISIT} or {@code VIDEO}
 * @param flags the yes-or-no fields, packed
 * @param checkedOn epoch day of the check
 */
public record CheckedItem(String marketType, String item, String means, int flags, int checkedOn) {
    static final int FAILED = 1;
    static final int FAILS_AGAIN = 1 << 1;

    /** The fact as rule authors know it. */
    static final FactType<CheckedItem> TYPE = FactType.of(
                    CheckedItem.class, "巡查的一个项目", "one item of a visit or video check")
            .flags(CheckedItem::flags)
            .word("marketType", "marketType", word -> true, CheckedItem::marketType, "市场类型", "the market's type")
            .word("item", "patrolItem", word -> true, CheckedItem::item, "巡查项目", "the item")
            .word("means", "means", word -> true, CheckedItem::means, "巡查方式", "how it was checked")
            .flag("failed", 0, "未达到要求", "it does not meet the requirement")
            .flag(
                    "failsAgain",
                    1,
                    "未达到要求，且此前在同一市场发现的同一问题尚未整改",
                    "it fails although the same finding at this market is not rectified yet")
            .day("checkedOn", CheckedItem::checkedOn, "巡查日", "day of the check")
            .build();

    /**
     * The fact for an item.
     *
     * @param unfixed whether the same finding at this market is not rectified yet
     */
    static CheckedItem of(Check check, Check.Answer answer, boolean unfixed) {
        int flags = (answer.passed() ? 0 : FAILED) | (unfixed && !answer.passed() ? FAILS_AGAIN : 0);
        return new CheckedItem(check.marketType(), answer.item(), check.means(), flags, check.on());
    }

    /** Whether it does not meet the requirement. */
    public boolean failed() {
        return (flags & FAILED) != 0;
    }

    /** Whether it fails although the same finding at this market is not rectified yet. */
    public boolean failsAgain() {
        return (flags & FAILS_AGAIN) != 0;
    }
}
