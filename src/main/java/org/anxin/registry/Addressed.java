package org.anxin.registry;

import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.jspecify.annotations.Nullable;

/** Members that stand in the address of a record as well. They may be left out, but not say something else. */
final class Addressed {
    private Addressed() {}

    /**
     * Reports the member at which {@code in} stands if it differs.
     *
     * @param given as read; null where a mistake was reported
     */
    static void check(FactInput in, @Nullable Object given, Object inAddress) {
        if (given != null && !given.equals(inAddress)) {
            in.report(ErrorCode.DIFFERS_FROM_ADDRESS);
        }
    }
}
