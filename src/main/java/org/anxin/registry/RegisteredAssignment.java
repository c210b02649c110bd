package org.anxin.registry;

import java.time.LocalDate;
import java.util.Comparator;
import org.anxin.text.CodePointOrder;
import org.jspecify.annotations.Nullable;

/**
 * A person's work at one market, in one category (岗位).
 *
 * @param key which one
 * @param operatorId for whom the person works; null if for the market or not known
 * @param to its last day, not before its first; null if no end is known
 */
public record RegisteredAssignment(
        Key key, @Nullable String operatorId, @Nullable LocalDate to) {

    /**
     * What names an assignment.
     *
     * @param personId the person's
     * @param marketId the market's
     * @param category a declared word of kind {@code category}
     * @param from its first day
     */
    public record Key(String personId, String marketId, String category, LocalDate from) {
        /** Those of one person by market, category and first day. */
        static final Comparator<Key> IN_ORDER = Comparator.comparing(Key::marketId)
                .thenComparing(Key::category, CodePointOrder::compare)
                .thenComparing(Key::from);

        /** Its place among those of one person, as it stands at the end of its address. */
        public String cursor() {
            return marketId + "/" + category + "/" + from;
        }
    }
}
