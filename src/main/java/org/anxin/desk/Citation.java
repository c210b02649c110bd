package org.anxin.desk;

/**
 * A batch that presents a document, or did.
 *
 * @param declaredOn epoch day, {@link org.anxin.time.Days#NONE} if missing
 * @param arrivesOn epoch day, likewise
 * @param state how the batch stands
 * @param current false if another document has taken the place of this one
 * @param admittedFrom epoch day of the first admission, {@link org.anxin.time.Days#NONE} if it was never admitted: since then
 *     the goods may have been on sale
 */
public record Citation(
        String batchId,
        String operatorId,
        String marketId,
        int declaredOn,
        int arrivesOn,
        BatchState state,
        boolean current,
        int admittedFrom) {}
