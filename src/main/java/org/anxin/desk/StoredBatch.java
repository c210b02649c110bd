package org.anxin.desk;

import java.time.Instant;
import java.util.List;
import org.anxin.admission.Document;

/**
 * A batch as stored.
 *
 * @param documents all that were ever presented, in that order
 * @param decision the newest
 * @param recalls the earliest first
 */
public record StoredBatch(
        DeclaredBatch declared,
        List<StoredDocument> documents,
        BatchState state,
        MadeDecision decision,
        List<Recall> recalls,
        Instant received,
        String receivedBy) {

    /** The caller's id. */
    public String id() {
        return declared.facts().id();
    }

    /** The number by which tables know it. */
    public long no() {
        return declared.no();
    }

    /** The documents that count: none that another took the place of. */
    public List<Document> presented() {
        return presented(documents);
    }

    static List<Document> presented(List<StoredDocument> documents) {
        return documents.stream()
                .filter(document -> document.replacedBy() == null)
                .map(StoredDocument::facts)
                .toList();
    }
}
