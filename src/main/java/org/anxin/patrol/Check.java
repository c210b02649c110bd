package org.anxin.patrol;

import java.util.Comparator;
import java.util.List;

/**
 * One visit or video check of a market.
 *
 * @param id its id
 * @param marketId the market's id
 * @param marketType the market's type, a declared word
 * @param on epoch day, in the service's zone
 * @param at microseconds since 1970
 * @param means {@link #VISIT} or {@link #VIDEO}
 * @param answers the items that were looked at, each once
 */
public record Check(
        String id, String marketId, String marketType, int on, long at, String means, List<Answer> answers) {
    /** Somebody is there. */
    public static final String VISIT = "VISIT";

    /** Somebody looks through a camera. */
    public static final String VIDEO = "VIDEO";

    /** In the order in which they were made. */
    public static final Comparator<Check> BY_TIME =
            Comparator.comparingLong(Check::at).thenComparing(Check::id);

    /**
     * An item that was looked at.
     *
     * @param item a declared word of the kind {@code patrolItem}
     * @param passed whether it meets the requirement
     */
    public record Answer(String item, boolean passed) {}
}
