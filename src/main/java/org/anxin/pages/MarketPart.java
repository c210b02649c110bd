package org.anxin.pages;

import java.util.Locale;
import org.anxin.text.Bilingual;

/** The lists of a market beside those that sweeps issue. */
public enum MarketPart {
    NOT_READY("未就绪名单", "Not ready", "人人就绪。", "Everybody is ready."),
    FINDINGS("巡查问题", "Findings of patrols", "没有待整改的问题。", "Nothing is to be rectified."),
    PATROLS("当日巡查", "Patrols of the day", "这一天没有巡查。", "There was no patrol on this day."),
    CAMERAS("摄像机", "Cameras", "没有登记在用的摄像机。", "No camera is registered as in service."),
    IMPORTED_GOODS("进口商品经营户及其商品", "Operators of imported goods", "两张清单上没有经营户。", "Nobody is on the two lists."),
    LISTS("两张清单的问题", "Faults of the two lists", "两张清单没有问题。", "Nothing is wrong with the two lists."),
    COVERAGE("覆盖情况", "Coverage", "没有经营户和人员。", "There are neither operators nor people."),
    NOTICES("发出的通知", "Notices", "没有发过通知。", "There are no notices.");

    private final Bilingual title;
    private final Bilingual empty;

    MarketPart(String zh, String en, String emptyZh, String emptyEn) {
        this.title = new Bilingual(zh, en);
        this.empty = new Bilingual(emptyZh, emptyEn);
    }

    /** As addresses name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its heading. */
    public Bilingual title() {
        return title;
    }

    /** What is said where it has no entries. */
    public Bilingual empty() {
        return empty;
    }

    /** The list of this name. */
    static MarketPart of(String key) {
        for (MarketPart part : values()) {
            if (part.key().equals(key)) {
                return part;
            }
        }
        throw new PageException(PageError.NOT_FOUND);
    }

    /** Where the list of a market is. */
    Address address(String marketId) {
        return Address.of("/markets/" + marketId + "/" + key());
    }
}
