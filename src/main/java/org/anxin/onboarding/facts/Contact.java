package org.anxin.onboarding.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the roster of those in contact with an operator's imported goods, on one day, as rules see it.
 *
 * @param flags the yes-or-no fields, packed
 * @param marketId the operator's market
 * @param marketType a declared word of the kind {@code marketType}; null if the rules do not declare it
 * @param subdistrict the market's, null if not known
 * @param contact a declared word of the kind {@code contact}; null if the rules do not declare it
 * @param categories declared categories of the person's assignments there on that day
 * @param asOf the day, as an epoch day
 */
public record Contact(
        int flags,
        String marketId,
        @Nullable String marketType,
        @Nullable String subdistrict,
        @Nullable String contact,
        Set<String> categories,
        int asOf) {
    public static final int ASSIGNED = 1;
    public static final int FOR_OPERATOR = 1 << 1;
    public static final int OPERATOR_LISTED = 1 << 2;

    /** Whether the person has an assignment at the market on that day. */
    public boolean assigned() {
        return (flags & ASSIGNED) != 0;
    }

    /** Whether one of them is for this operator. */
    public boolean forOperator() {
        return (flags & FOR_OPERATOR) != 0;
    }

    /** Whether the operator is on the first list. */
    public boolean operatorListed() {
        return (flags & OPERATOR_LISTED) != 0;
    }
}
