package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the list of batches shows.
 *
 * @param asked what was searched for; empty if nothing was
 * @param day as the form writes it; empty if any day is asked for
 * @param market id of the market asked for; empty for all
 * @param choices outcomes and what waits, to choose from
 * @param total how many there are
 * @param first number of the first one on this page, from 1
 * @param lacking how many were refused for want of a document
 */
public record BatchesPage(
        String asked,
        String day,
        String market,
        List<Choice> markets,
        List<Choice> choices,
        int total,
        int first,
        List<Row> rows,
        @Nullable String previous,
        @Nullable String next) {

    /** The number of the last one on this page. */
    public int last() {
        return first + rows.size() - 1;
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !asked.isEmpty()
                || !day.isEmpty()
                || !market.isEmpty()
                || choices.stream().anyMatch(one -> one.chosen() && !one.key().isEmpty());
    }

    /** Something to choose. */
    public record Choice(String key, Bilingual name, boolean chosen) {}

    /**
     * A batch.
     *
     * @param decidedFor epoch day of the newest decision
     * @param faults of that decision, in words
     */
    public record Row(
            String id,
            String address,
            String mark,
            Bilingual state,
            @Nullable String goods,
            @Nullable String origin,
            PeopleList.Link market,
            String operatorId,
            int declaredOn,
            int arrivesOn,
            int decidedFor,
            List<Bilingual> faults,
            boolean settled) {}
}
