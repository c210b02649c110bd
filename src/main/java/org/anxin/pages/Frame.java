package org.anxin.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * What every page has around it.
 *
 * @param language in which it is shown
 * @param section to which it belongs
 * @param address its own, with the query, for the way back after a change of the language
 * @param assets the files beside the pages
 * @param zone in which times are shown
 * @param visitor who looks at it
 */
public record Frame(Language language, Section section, String address, Assets assets, ZoneId zone, Visitor visitor) {

    /** The parts of the pages that the visitor may see. */
    public List<Section> sections() {
        return Arrays.stream(Section.values())
                .filter(section -> visitor.may("GET " + section.path()))
                .toList();
    }

    /**
     * Whether the visitor may use a route; what may not be sent is not offered.
     *
     * @param shape such as {@code POST /sweeps}, with a star for each part of the path that varies
     */
    public boolean may(String shape) {
        return visitor.may(shape);
    }

    /** Whether the visitor may open a page whatever it is about, not only for own markets. */
    public boolean mayOpen(String path) {
        return visitor.mayEverywhere("GET " + path);
    }

    /** Where a part begins; for a market organiser, with the first of its markets. */
    public String addressOf(Section part) {
        return visitor.mayEverywhere("GET " + part.path())
                ? part.path()
                : part.path() + "?market=" + visitor.firstMarket();
    }

    /** Where the visitor begins: today, an own market, the gate, or the first part that the visitor may see. */
    public String home() {
        if (may("GET " + Section.TODAY.path())) {
            return Section.TODAY.path();
        }
        if (visitor.organiser() && visitor.firstMarket() != null) {
            return Section.MARKETS.path() + "/" + visitor.firstMarket();
        }
        if (may("GET /passes")) {
            return "/passes";
        }
        return sections().stream().findFirst().map(Section::path).orElse(Section.TODAY.path());
    }

    /** Where whoever has not signed in does so, and comes back. */
    public String signInAddress() {
        return "/login?back=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Where a file beside the pages is served, such as {@code anxin.css}. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The link that changes the language and comes back. */
    public String switchAddress() {
        return "/language/" + language.other().code() + "?back=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
