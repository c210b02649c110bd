package org.anxin.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that was found false.
 *
 * @param no number of the entry
 * @param type a declared word of the kind {@code document}
 * @param number as sent
 * @param withdrawal null as long as it stands
 */
public record FalseDocument(
        int no,
        String type,
        String number,
        String reason,
        Instant found,
        String foundBy,
        @Nullable Withdrawal withdrawal) {

    /** The finding was an error. */
    public record Withdrawal(String reason, Instant withdrawn, String withdrawnBy) {}
}
