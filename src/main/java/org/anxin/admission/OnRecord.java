package org.anxin.admission;

import java.util.List;
import java.util.Set;

/**
 * What the admission desk has on record about the documents of a batch, beside the batch itself.
 *
 * @param admitted whether the batch was admitted, and the question is whether that still counts
 * @param foundFalse the documents that were found false
 * @param taken what other batches take of the lots on the documents; several entries for one lot add up
 */
public record OnRecord(boolean admitted, Set<DocumentKey> foundFalse, List<LotUse> taken) {
    /** Nothing is on record. */
    public static final OnRecord NOTHING = new OnRecord(false, Set.of(), List.of());
}
