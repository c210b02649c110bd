package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a document found false shows.
 *
 * @param withdrawal null as long as it stands
 * @param holders batches that present the document, or did: who holds the goods
 */
public record RecallPage(
        RecallsPage.Entry entry, @Nullable Withdrawn withdrawal, List<Holder> holders, FilledForm form) {

    /** It was an error. */
    public record Withdrawn(String reason, Instant at, String by) {}

    /**
     * A batch.
     *
     * @param admittedFrom epoch day since which the goods may have been on sale; none if they were never admitted
     */
    public record Holder(
            String batchId,
            String mark,
            Bilingual state,
            String operatorId,
            PeopleList.Link market,
            int arrivesOn,
            int admittedFrom,
            boolean current) {}
}
