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
 * @param style address of the style sheet
 * @param icon address of the icon
 * @param zone in which times are shown
 */
public record Frame(Language language, Section section, String address, String style, String icon, ZoneId zone) {

    /** All parts of the pages. */
    public List<Section> sections() {
        return List.of(Section.values());
    }

    /** The link that changes the language and comes back. */
    public String switchAddress() {
        return "/language/" + language.other().code() + "?back=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
