package org.anxin.desk;

import java.time.Instant;
import org.anxin.admission.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document of a stored batch.
 *
 * @param no from 1, in the order of presentation
 * @param facts as sent
 * @param decision number of the first decision that it was presented for
 * @param replacedBy number of the document that took its place, null if none did
 * @param file its newest file, null if there is none
 */
public record StoredDocument(
        int no,
        Document facts,
        int decision,
        @Nullable Integer replacedBy,
        Instant added,
        String addedBy,
        @Nullable FileOnRecord file) {}
