package org.anxin.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document presented with a batch, as sent.
 *
 * @param type a declared word of the kind {@code document}
 * @param issuedOn epoch day, {@link org.anxin.time.Days#NONE} if missing; likewise the other dates
 * @param result a declared word of the kind {@code result}, null if missing
 * @param lots empty if missing
 */
public record Document(
        String type,
        @Nullable String number,
        int issuedOn,
        int validUntil,
        int sampledOn,
        @Nullable String holder,
        @Nullable String goodsName,
        @Nullable String origin,
        @Nullable String result,
        List<Lot> lots) {}
