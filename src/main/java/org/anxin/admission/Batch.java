package org.anxin.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one batch of imported goods, as declared (SPEC sections 5 and 6).
 *
 * @param id the caller's id
 * @param marketId the market it is to enter, null if not given
 * @param operator null if not given
 * @param declaredOn epoch day, {@link org.anxin.time.Days#NONE} if missing
 * @param arrivesOn epoch day, {@link org.anxin.time.Days#NONE} if missing
 * @param supplier null if missing
 * @param goods null if missing
 * @param lots declared lots, empty if missing
 * @param documents documents presented, empty if missing
 */
public record Batch(
        String id,
        @Nullable String marketId,
        @Nullable Operator operator,
        int declaredOn,
        int arrivesOn,
        @Nullable String supplier,
        @Nullable Goods goods,
        List<Lot> lots,
        List<Document> documents) {}
