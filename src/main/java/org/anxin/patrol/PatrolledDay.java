package org.anxin.patrol;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one day of one market.
 *
 * @param marketType a declared word
 * @param checks visits and video checks of the market on that day
 * @param day epoch day
 */
public record PatrolledDay(String marketType, int checks, int day) {
    /** The fact as rule authors know it. */
    static final FactType<PatrolledDay> TYPE = FactType.of(
                    PatrolledDay.class, "一个市场一天的巡查", "the patrol of one market on one day")
            .word("marketType", "marketType", word -> true, PatrolledDay::marketType, "市场类型", "the market's type")
            .number("checks", PatrolledDay::checks, "当日巡查次数", "visits and video checks on that day")
            .day("day", PatrolledDay::day, "日期", "the day")
            .build();
}
