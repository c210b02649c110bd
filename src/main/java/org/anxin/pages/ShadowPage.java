package org.anxin.pages;

import java.util.List;
import org.anxin.impact.Shadow;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * How a version decided beside the one that answers.
 *
 * @param version its number
 * @param isActive whether it is the one that answers, and has nobody to be compared with
 * @param run the last one of this version; null if there was none
 * @param other number of another version whose run goes on; 0 if there is none
 * @param share as it was written, of a hundred
 * @param mistake what is wrong with the share; null if nothing is
 * @param refusal why nothing was begun; null unless it was refused
 * @param figures what was counted
 * @param kinds of difference, with their numbers
 */
public record ShadowPage(
        int version,
        boolean isActive,
        @Nullable Shadow run,
        int other,
        String share,
        @Nullable Bilingual mistake,
        @Nullable Bilingual refusal,
        List<Figure> figures,
        List<Kind> kinds,
        List<Example> examples) {

    private static final int PERCENT = 100;

    /** The number as text. */
    public String versionText() {
        return Integer.toString(version);
    }

    /** Whether a run of it goes on. */
    public boolean isRunning() {
        return run != null && run.ended() == null;
    }

    /** The share of the run, of a hundred, as text. */
    public String runShare() {
        return run == null ? "—" : Math.round(run.share() * PERCENT) + "%";
    }

    /** A number. */
    public record Figure(Bilingual title, int count) {}

    /** A kind of difference; {@code level} of shade, 0 to 5. */
    public record Kind(Bilingual title, int count, int level) {}

    /** A difference that was met. */
    public record Example(
            String id,
            String address,
            int asOf,
            List<Bilingual> kinds,
            ImpactPage.State answered,
            ImpactPage.@Nullable State shadow) {}
}
