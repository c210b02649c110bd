package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.notices.NoticesConfig;
import org.anxin.notices.Sent;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads what was sent to markets, and what waits. */
@Singleton
class NoticesReading {
    private static final String WAITING = "waiting";
    private static final String DELIVERED = "delivered";
    private static final List<PageTable.Column> QUEUES = List.of(
            PageTable.Column.of("market", "市场", "Market"),
            PageTable.Column.number("notices", "通知", "Notices"),
            PageTable.Column.number("waiting", "待送达", "Waiting"),
            PageTable.Column.of("last_delivered", "最近送达", "Last delivered"),
            PageTable.Column.of("state", "状态", "State"),
            PageTable.Column.of("last_failure", "最近一次失败", "Last failure"),
            PageTable.Column.of("next_try", "下次再送", "Next attempt"));

    private final Sent sent;
    private final PeopleLists lists;
    private final NoticesConfig config;
    private final Pages pages;

    NoticesReading(Sent sent, PeopleLists lists, NoticesConfig config, Pages pages) {
        this.sent = sent;
        this.lists = lists;
        this.config = config;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param marketId only notices to this market, if not null
     * @param state {@code waiting} or {@code delivered}; null for all
     * @param page of the notices
     */
    NoticesPage of(@Nullable String marketId, @Nullable String state, int page) throws SQLException {
        Boolean waiting = waiting(state);
        Map<String, Market> markets = lists.markets();
        List<Sent.Queue> queues = sent.queues();
        int from = (page - 1) * PeopleLists.PAGE;
        Address here = Address.of("/notices").with("market", marketId).with("state", state);
        PageTable notices = PageTable.of(
                "list",
                new Bilingual("通知", "Notices"),
                new Bilingual("没有这样的通知。", "There are no such notices."),
                NoticeRows.COLUMNS,
                new NoticeRows(markets, pages.zone()).of(sent.page(marketId, waiting, from, PeopleLists.PAGE)),
                PageTable.Part.page(sent.count(marketId, waiting), page, PeopleLists.PAGE, here));
        return new NoticesPage(
                queues(queues, markets),
                notices,
                markets.values().stream()
                        .map(market -> new PatrolsPage.Choice(
                                market.id(),
                                new Bilingual(market.name(), market.name()),
                                market.id().equals(marketId)))
                        .toList(),
                state == null ? "" : state,
                config.webhook().url().isPresent(),
                (int) queues.stream().filter(NoticesReading::fails).count());
    }

    private static @Nullable Boolean waiting(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (!state.equals(WAITING) && !state.equals(DELIVERED)) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return state.equals(WAITING);
    }

    private static boolean fails(Sent.Queue queue) {
        return queue.waiting() > 0 && queue.failures() > 0;
    }

    private PageTable queues(List<Sent.Queue> queues, Map<String, Market> markets) {
        return PageTable.of(
                "queues",
                new Bilingual("各市场", "By market"),
                new Bilingual("还没有通知。", "There are no notices yet."),
                QUEUES,
                queues.stream().map(queue -> row(queue, markets)).toList(),
                PageTable.Part.all(queues.size()));
    }

    private List<PageTable.Cell> row(Sent.Queue queue, Map<String, Market> markets) {
        Market market = markets.get(queue.marketId());
        Address list = Address.of("/notices").with("market", queue.marketId());
        List<PageTable.Cell> row = new ArrayList<>();
        row.add(PageTable.Cell.link(market == null ? queue.marketId() : market.name(), "/markets/" + queue.marketId()));
        row.add(PageTable.Cell.link(
                Integer.toString(queue.notices()), list.at("list").toString()));
        row.add(PageTable.Cell.link(
                Integer.toString(queue.waiting()),
                list.with("state", WAITING).at("list").toString()));
        row.add(time(queue.lastDelivered()));
        row.add(PageTable.Cell.tag(mark(queue), state(queue)));
        row.add(failure(queue));
        row.add(fails(queue) ? time(queue.nextTry()) : PageTable.Cell.NONE);
        return row;
    }

    private PageTable.Cell time(@Nullable Instant time) {
        return PageTable.Cell.text(Language.ZH.time(time, pages.zone()));
    }

    private PageTable.Cell failure(Sent.Queue queue) {
        String failure = queue.lastFailure();
        return failure == null
                ? PageTable.Cell.NONE
                : PageTable.Cell.of(
                        PageTable.Piece.text(failure),
                        PageTable.Piece.mute(Language.ZH.time(queue.lastFailed(), pages.zone())));
    }

    private static String mark(Sent.Queue queue) {
        return fails(queue) ? "over" : queue.waiting() > 0 ? "tom" : "fine";
    }

    private static Bilingual state(Sent.Queue queue) {
        if (fails(queue)) {
            return new Bilingual("连续失败 " + queue.failures() + " 次", "failed " + queue.failures() + " times in a row");
        }
        return queue.waiting() > 0 ? new Bilingual("待送达", "waiting") : new Bilingual("全部送达", "all delivered");
    }
}
