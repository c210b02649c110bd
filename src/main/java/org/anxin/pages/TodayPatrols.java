package org.anxin.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How patrols and readiness stand on a day.
 *
 * @param total of the district
 * @param markets a row for each
 */
public record TodayPatrols(Row total, List<Row> markets) {

    /**
     * A market, or the district.
     *
     * @param name of the market; null for the district
     * @param patrolled whether it was looked at as often as the rules require; of the district, whether all were
     * @param unrectified findings to be rectified
     * @param overdue of these, too late
     * @param checks visits and video checks of the day
     * @param notReady who lacks something before they may trade; who belongs to several markets counts at each
     */
    public record Row(
            @Nullable String name,
            @Nullable String address,
            boolean patrolled,
            TodayPage.Linked unrectified,
            TodayPage.Linked overdue,
            TodayPage.Linked checks,
            TodayPage.Linked notReady) {}
}
