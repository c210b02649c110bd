package org.anxin.pages;

import java.util.List;
import org.anxin.impact.Impact;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A page of the people, or of the batches, whom a preview found changed.
 *
 * @param version number of the version that might decide; 0 if it is none
 * @param ofBatches whether they are batches
 * @param chosen what the list is cut down to
 * @param next address of the next page; null on the last one
 * @param isLater whether pages come before it
 */
public record ImpactListPage(
        Impact impact,
        int version,
        boolean ofBatches,
        List<Bilingual> chosen,
        List<ImpactPage.Changed> rows,
        @Nullable String next,
        boolean isLater) {

    /** The number of the version as text. */
    public String versionText() {
        return Integer.toString(version);
    }
}
