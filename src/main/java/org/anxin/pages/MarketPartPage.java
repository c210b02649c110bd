package org.anxin.pages;

import org.anxin.registry.Market;
import org.anxin.table.Table;
import org.anxin.time.Days;

/**
 * One list of a market on a page of its own.
 *
 * @param day as of which, as an epoch day
 * @param isWhole whether all entries are on the page
 */
public record MarketPartPage(Market market, MarketPart part, int day, PageTable table, boolean isWhole) {

    private Address here() {
        return part.address(market.id()).with("day", Days.text(day));
    }

    /** The page itself, for its form. */
    public String address() {
        return part.address(market.id()).toString();
    }

    /** Of the market on the day. */
    public String marketAddress() {
        return Address.of("/markets/" + market.id()).with("day", Days.text(day)).toString();
    }

    /** Of all entries on one page, for print. */
    public String whole() {
        return here().with("whole", "yes").toString();
    }

    /** Of the list as a file. */
    public String file(String format) {
        return here().with("format", format).toString();
    }

    /** The list as a file. */
    Table file(Language language) {
        return table.file(part.key() + "_" + market.id() + "_" + Days.text(day), language);
    }
}
