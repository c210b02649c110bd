package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all markets shows.
 *
 * @param day whose numbers are shown, as an epoch day; {@link Days#NONE} if nothing was swept
 */
public record MarketsPage(int day, List<Row> rows) {

    /** Whether there are numbers. */
    public boolean isSwept() {
        return day != Days.NONE;
    }

    /** A market with its numbers of people on duty, warned and suspended. */
    public record Row(
            String id,
            String name,
            String address,
            Bilingual type,
            @Nullable String subdistrict,
            List<TodayPage.Linked> numbers) {}
}
