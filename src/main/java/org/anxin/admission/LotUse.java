package org.anxin.admission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What batches take of one lot on one document. Texts are in {@link org.anxin.text.CommonForm}.
 *
 * @param document the document
 * @param lotNo number of the lot
 * @param unit in which the batches declare it; empty is a unit of its own
 * @param listed what the document, as presented with these batches, gives the lot in this unit; null if nothing
 * @param quantity taken, above zero
 */
public record LotUse(
        DocumentKey document,
        String lotNo,
        String unit,
        @Nullable BigDecimal listed,
        BigDecimal quantity) {}
