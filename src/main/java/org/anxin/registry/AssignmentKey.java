package org.anxin.registry;

import java.time.LocalDate;
import java.util.Comparator;
import org.anxin.text.CodePointOrder;

/**
 * What names an assignment.
 *
 * @param personId the person's
 * @param marketId the market's
 * @param category a declared word of kind {@code category}
 * @param from its first day
 */
public record AssignmentKey(String personId, String marketId, String category, LocalDate from) {
    /** Those of one person by market, category and first day. */
    static final Comparator<AssignmentKey> IN_ORDER = Comparator.comparing(AssignmentKey::marketId)
            .thenComparing(AssignmentKey::category, CodePointOrder::compare)
            .thenComparing(AssignmentKey::from);

    /** Its place among those of one person, as it stands at the end of its address. */
    public String cursor() {
        return marketId + "/" + category + "/" + from;
    }
}
