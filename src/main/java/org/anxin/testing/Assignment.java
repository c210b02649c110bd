package org.anxin.testing;

import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A person's work at one market, in one category, from a day to a day (岗位). It is also the fact that cadence rules look
 * at.
 *
 * @param marketId the market's id
 * @param marketType a declared word of the kind {@code marketType}
 * @param subdistrict the subdistrict (街道) of the market, null if not given
 * @param category a declared word of the kind {@code category}
 * @param from first day, as an epoch day
 * @param to last day, {@link Days#OPEN} if no end is known
 */
public record Assignment(
        String marketId, String marketType, @Nullable String subdistrict, String category, int from, int to) {

    /** First day of the assignment: the field {@code startsOn} of the rules. */
    public int startsOn() {
        return from;
    }

    /** Last day of the assignment, or {@link Days#NONE}: the field {@code endsOn} of the rules. */
    public int endsOn() {
        return to == Days.OPEN ? Days.NONE : to;
    }
}
