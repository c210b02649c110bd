package org.anxin.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.patrol.FindingState;
import org.anxin.policy.Policy;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.visits.StoredFinding;

/** Findings of patrols as rows of a table. */
final class FindingRows {
    static final List<PageTable.Column> COLUMNS = List.of(
            PageTable.Column.of("item", "问题", "What is wrong"),
            PageTable.Column.of("state", "状态", "State"),
            PageTable.Column.of("due_on", "整改期限", "Rectify by"),
            PageTable.Column.of("found_on", "发现于", "Found on"),
            PageTable.Column.of("market", "市场", "Market"),
            PageTable.Column.of("widespread", "抄告街道", "Copied to subdistrict"),
            PageTable.Column.of("rule", "依据", "Because of"));

    private final Words words;
    private final Map<String, Market> markets;
    private final int asOf;

    FindingRows(Policy policy, Map<String, Market> markets, int asOf) {
        this.words = policy.ruleset().words();
        this.markets = markets;
        this.asOf = asOf;
    }

    List<List<PageTable.Cell>> of(List<StoredFinding> findings) {
        return findings.stream().map(this::row).toList();
    }

    private List<PageTable.Cell> row(StoredFinding finding) {
        FindingState state = finding.state(asOf);
        Market market = markets.get(finding.marketId());
        List<PageTable.Cell> row = new ArrayList<>();
        row.add(PageTable.Cell.of(
                PageTable.Piece.link(
                        PeopleLists.word(words, "patrolItem", finding.item()), "/patrols/findings/" + finding.no()),
                PageTable.Piece.mute("#" + finding.no())));
        row.add(PageTable.Cell.tag(mark(state), state(state)));
        row.add(PageTable.Cell.text(Days.text(finding.dueOn())));
        row.add(PageTable.Cell.link(
                Days.text(finding.found().day()),
                Address.of("/patrols/visits/" + finding.visitId()).toString()));
        row.add(PageTable.Cell.link(
                market == null ? finding.marketId() : market.name(), "/markets/" + finding.marketId()));
        row.add(
                finding.widespread() == null
                        ? PageTable.Cell.NONE
                        : PageTable.Cell.text(Days.text(finding.widespread().since())));
        row.add(PageTable.Cell.link(
                finding.by().rule(), "/rules#" + finding.by().rule()));
        return row;
    }

    /** How a state looks. */
    static String mark(FindingState state) {
        return switch (state) {
            case OPEN -> "today";
            case OVERDUE -> "over";
            case RECTIFIED -> "fine";
        };
    }

    /** A state in words. */
    static Bilingual state(FindingState state) {
        return switch (state) {
            case OPEN -> new Bilingual("待整改", "To be rectified");
            case OVERDUE -> new Bilingual("逾期未整改", "Overdue");
            case RECTIFIED -> new Bilingual("已整改", "Rectified");
        };
    }
}
