package org.anxin.patrol;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one item that fails at several markets: at how many, in how many days up to the last failure. An item
 * that failed at four markets is seen with 1, 2, 3 and 4 markets, each in the fewest days.
 *
 * @param item a declared word of the kind {@code patrolItem}
 * @param markets different markets
 * @param days days from the first of these failures to the last, both counted; at most {@link #LOOK_BACK}
 * @param checkedOn epoch day of the last failure
 */
public record Spread(String item, int markets, int days, int checkedOn) {
    /** Failures longer ago are not looked at. */
    static final int LOOK_BACK = 31;

    /** The fact as rule authors know it. */
    static final FactType<Spread> TYPE = FactType.of(
                    Spread.class, "同一问题在多个市场出现（最多回溯31天）", "one item that failed at several markets, within 31 days")
            .word("item", "patrolItem", word -> true, Spread::item, "巡查项目", "the item")
            .number("markets", Spread::markets, "出现问题的市场数", "at how many markets it failed")
            .number("days", Spread::days, "首尾相隔的天数（首尾均计）", "in how many days, the first and the last counted")
            .day("checkedOn", Spread::checkedOn, "最近一次发现的日期", "day of the last failure")
            .build();
}
