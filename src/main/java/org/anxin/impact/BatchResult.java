package org.anxin.impact;

import java.util.List;

/**
 * What other rules would change for stored batches.
 *
 * @param changed how many would be decided otherwise
 * @param listed so many of them can be read one by one
 * @param days one entry a day
 */
record BatchResult(int changed, int listed, List<BatchTally> days) {}
