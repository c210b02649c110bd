package org.anxin.pages;

import java.util.List;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a market shows.
 *
 * @param type of the market, in words
 * @param day the day shown, as an epoch day
 * @param run the last completed run of the day; null if it was not swept
 * @param figures its numbers; empty without a run
 * @param lists the warning list and the suspended people, or the one list that was asked for
 * @param parts the first entries of its other lists; empty where one list was asked for
 * @param isIssued whether these are the two lists as they were issued, whole
 * @param imports its batches of imported goods
 */
public record MarketPage(
        Market market,
        Bilingual type,
        int day,
        TodayPage.@Nullable RunLine run,
        List<TodayPage.Figure> figures,
        List<PeopleList> lists,
        List<PageTable> parts,
        boolean isIssued,
        ImportFigures imports) {

    /** The page itself. */
    public String address() {
        return "/markets/" + market.id();
    }

    /** Of a list as a file. */
    public String file(String list, String format) {
        return Address.of("/api/v1/markets/" + market.id() + "/" + list)
                .with("asOf", Days.text(day))
                .with("format", format)
                .toString();
    }
}
