package org.anxin.impact;

/**
 * A stored batch that would be decided otherwise.
 *
 * @param no the batch's number
 * @param batchId the batch
 * @param day of its newest decision, for which it is compared, as an epoch day
 * @param market where the goods are to be sold, by id
 */
public record ChangedBatch(
        long no, String batchId, int day, String market, BatchChange change, BatchSide before, BatchSide after) {}
