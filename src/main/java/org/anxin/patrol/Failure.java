package org.anxin.patrol;

import java.util.Comparator;

/**
 * A finding in the history of its item.
 *
 * @param check id of the check
 * @param marketId the market's id
 * @param marketType the market's type, a declared word
 * @param item a declared word of the kind {@code patrolItem}
 * @param means how it was checked
 * @param on epoch day of the check
 * @param at microseconds since 1970
 * @param rectifiedAt microseconds since 1970, {@link #NOT_RECTIFIED} if it was not
 */
public record Failure(
        String check,
        String marketId,
        String marketType,
        String item,
        String means,
        int on,
        long at,
        long rectifiedAt) {
    /** Later than any moment. */
    public static final long NOT_RECTIFIED = Long.MAX_VALUE;

    /** In the order in which they were found. */
    public static final Comparator<Failure> BY_TIME =
            Comparator.comparingLong(Failure::at).thenComparing(Failure::check);

    /** Whether this was still to be rectified when {@code later} was found, at the same market. */
    boolean isOpenAt(Failure later) {
        return marketId.equals(later.marketId) && BY_TIME.compare(this, later) < 0 && rectifiedAt > later.at;
    }

    /** What rules see of it. */
    CheckedItem fact(boolean unfixed) {
        int flags = CheckedItem.FAILED | (unfixed ? CheckedItem.FAILS_AGAIN : 0);
        return new CheckedItem(marketType, item, means, flags, on);
    }
}
