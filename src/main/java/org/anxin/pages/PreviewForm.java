package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a preview, and what the latest ones of the same content found.
 *
 * @param version number of the version that might decide
 * @param from first day, as it was written
 * @param to last day
 * @param markets to choose from
 * @param mistake why the days cannot be; null unless they cannot
 * @param latest the newest first
 */
public record PreviewForm(
        int version,
        String from,
        String to,
        List<ImpactPage.Market> markets,
        @Nullable Bilingual mistake,
        List<Made> latest) {

    /** The number of the version as text. */
    public String versionText() {
        return Integer.toString(version);
    }

    /** The newest preview; null if there is none. */
    public @Nullable Made newest() {
        return latest.isEmpty() ? null : latest.get(0);
    }

    /**
     * A preview that was made.
     *
     * @param isCurrent whether it compares with the version that decides now
     * @param figures the numbers that are not zero, with their lists; empty unless it is completed
     */
    public record Made(
            String address,
            int from,
            int to,
            int against,
            boolean isCurrent,
            Instant requested,
            Bilingual stateName,
            String mark,
            boolean isComplete,
            List<ImpactPage.Figure> figures) {
        /** The number of the version that it compares with, as text. */
        public String againstText() {
            return against == 0 ? "—" : Integer.toString(against);
        }
    }
}
