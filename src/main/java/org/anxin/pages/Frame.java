package org.anxin.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/**
 * What every page has around it.
 *
 * @param language in which it is shown
 * @param section to which it belongs
 * @param address its own, with the query, for the way back after a change of the language
 * @param assets the files beside the pages
 * @param zone in which times are shown
 */
public record Frame(Language language, Section section, String address, Assets assets, ZoneId zone) {

    /** All parts of the pages. */
    public List<Section> sections() {
        return List.of(Section.values());
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
