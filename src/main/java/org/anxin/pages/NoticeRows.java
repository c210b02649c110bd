package org.anxin.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.notices.StoredNotice;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Notices as rows of a table. */
final class NoticeRows {
    static final List<PageTable.Column> COLUMNS = List.of(
            PageTable.Column.of("about", "事由", "About"),
            PageTable.Column.of("state", "状态", "State"),
            PageTable.Column.of("noted", "发出", "Noted"),
            PageTable.Column.of("delivered", "送达", "Delivered"),
            PageTable.Column.of("market", "市场", "Market"),
            PageTable.Column.of("subdistrict", "抄告街道", "Copied to subdistrict"));

    private static final String FINDING = "patrol-finding";
    private static final String LISTS = "lists";
    private static final int PARTS_OF_LISTS = 3;

    private final Map<String, Market> markets;
    private final ZoneId zone;

    NoticeRows(Map<String, Market> markets, ZoneId zone) {
        this.markets = markets;
        this.zone = zone;
    }

    List<List<PageTable.Cell>> of(List<StoredNotice> notices) {
        return notices.stream().map(this::row).toList();
    }

    private List<PageTable.Cell> row(StoredNotice notice) {
        Market market = markets.get(notice.marketId());
        boolean waits = notice.delivered() == null;
        String subdistrict = notice.subdistrict();
        List<PageTable.Cell> row = new ArrayList<>();
        row.add(PageTable.Cell.of(about(notice), PageTable.Piece.mute(notice.id())));
        row.add(PageTable.Cell.tag(
                waits ? "tom" : "fine", waits ? new Bilingual("待送达", "waiting") : new Bilingual("已送达", "delivered")));
        row.add(PageTable.Cell.text(Language.ZH.time(notice.noted(), zone)));
        row.add(PageTable.Cell.text(Language.ZH.time(notice.delivered(), zone)));
        row.add(PageTable.Cell.link(
                market == null ? notice.marketId() : market.name(), "/markets/" + notice.marketId()));
        row.add(subdistrict == null ? PageTable.Cell.NONE : PageTable.Cell.text(subdistrict));
        return row;
    }

    /** What it is about, with a link to the cause where a page shows it. */
    private static PageTable.Piece about(StoredNotice notice) {
        Bilingual title = title(notice.type());
        String address = address(notice);
        return new PageTable.Piece(title, address, "");
    }

    /** A kind of notice in words; its code where nothing is known of it. */
    static Bilingual title(String type) {
        return switch (type) {
            case "lists-issued" -> new Bilingual("已签发名单", "Lists issued");
            case FINDING -> new Bilingual("巡查发现问题", "Finding of a patrol");
            case "patrol-finding-widespread" -> new Bilingual("问题较为普遍，抄告街道", "Finding is widespread");
            case "batches-recalled" -> new Bilingual("批次被召回", "Batches recalled");
            default -> new Bilingual(type, type);
        };
    }

    /** Causes are named {@code patrol-finding/17} or {@code lists/2022-04-07.1/M-01}. */
    private static @Nullable String address(StoredNotice notice) {
        String[] parts = notice.id().split("/", -1);
        if (parts[0].startsWith(FINDING) && parts.length == 2) {
            return "/patrols/findings/" + parts[1];
        }
        if (!parts[0].equals(LISTS) || parts.length < PARTS_OF_LISTS) {
            return null;
        }
        String day = parts[1].substring(0, parts[1].lastIndexOf('.'));
        return Address.of("/markets/" + parts[2]).with("day", day).toString();
    }
}
