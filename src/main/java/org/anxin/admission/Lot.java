package org.anxin.admission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a declaration's or a document's lots, as sent.
 *
 * @param lotNo the lot number
 * @param quantity exact decimal
 * @param unit for example {@code kg}; blank is a unit of its own
 */
public record Lot(
        @Nullable String lotNo,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {}
