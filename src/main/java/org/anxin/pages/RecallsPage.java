package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the register of documents found false shows.
 *
 * @param entries the newest first
 * @param next address of earlier ones; null if there are none
 * @param types to choose from
 * @param form that puts a document on record as false
 */
public record RecallsPage(List<Entry> entries, @Nullable String next, List<BatchesPage.Choice> types, FilledForm form) {

    /**
     * A document found false.
     *
     * @param withdrawn whether the finding was an error
     */
    public record Entry(
            int no,
            String address,
            Bilingual document,
            String reason,
            Instant found,
            String foundBy,
            boolean withdrawn) {}
}
