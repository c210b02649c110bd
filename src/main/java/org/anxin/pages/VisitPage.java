package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.visits.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A visit or video check.
 *
 * @param marketName of the market
 * @param means how it was looked at
 * @param at when
 * @param answers the checklist
 * @param photos all images of it, the still of a camera first
 * @param findings what the rules made of it
 */
public record VisitPage(
        Visit visit,
        String marketName,
        Bilingual means,
        Instant at,
        List<Answer> answers,
        List<String> photos,
        PageTable findings) {

    /** A line of the checklist. */
    public record Answer(
            Bilingual name, boolean passed, @Nullable String remark) {}
}
