package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anxin.desk.BatchList;
import org.anxin.desk.BatchState;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the list of batches shows. */
@Singleton
class BatchListReading {
    /** The list of those refused for want of a document. */
    static final String LACKING = "lacking";

    private static final int PAGE = 50;

    private final BatchList list;
    private final PeopleLists markets;
    private final ActivePolicy activePolicy;

    BatchListReading(BatchList list, PeopleLists markets, ActivePolicy activePolicy) {
        this.list = list;
        this.markets = markets;
        this.activePolicy = activePolicy;
    }

    /**
     * Which part of which list.
     *
     * @param asked text searched for; null for none
     * @param day of the newest decision, as an epoch day; {@link Days#NONE} for any
     * @param market id; null for all
     * @param group key of a state, or {@link #LACKING}; null for all
     * @param page from 1
     */
    record Wanted(
            @Nullable String asked,
            int day,
            @Nullable String market,
            @Nullable String group,
            int page) {
        Address here() {
            return Address.of("/batches")
                    .with("q", asked)
                    .with("day", day == Days.NONE ? null : Days.text(day))
                    .with("market", market)
                    .with("group", group);
        }
    }

    /** Address of a list of batches. */
    static String address(@Nullable String market, @Nullable String group, int day) {
        return new Wanted(null, day, market, group, 1).here().toString();
    }

    /** By what addresses name a state. */
    static String key(BatchState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** A part of a list. */
    BatchesPage of(Wanted wanted) throws SQLException {
        Words words = activePolicy.current().ruleset().words();
        int from = (wanted.page - 1) * PAGE;
        BatchList.Found found = list.find(
                new BatchList.Wanted(
                        wanted.day,
                        wanted.market,
                        state(wanted.group),
                        LACKING.equals(wanted.group),
                        wanted.asked,
                        words.codes("document")),
                from,
                PAGE);
        boolean more = from + found.rows().size() < found.total();
        return new BatchesPage(
                wanted.asked == null ? "" : wanted.asked,
                wanted.day == Days.NONE ? "" : Days.text(wanted.day),
                wanted.market == null ? "" : wanted.market,
                markets(wanted.market),
                choices(wanted.group),
                found.total(),
                from + 1,
                found.rows().stream().map(row -> row(row, words)).toList(),
                wanted.page > 1
                        ? wanted.here().with("page", wanted.page - 1).at("list").toString()
                        : null,
                more ? wanted.here().with("page", wanted.page + 1).at("list").toString() : null);
    }

    private static @Nullable BatchState state(@Nullable String group) {
        if (group == null || group.equals(LACKING)) {
            return null;
        }
        for (BatchState state : BatchState.values()) {
            if (key(state).equals(group)) {
                return state;
            }
        }
        throw new PageException(PageError.BAD_ADDRESS);
    }

    private static List<BatchesPage.Choice> choices(@Nullable String group) {
        List<BatchesPage.Choice> choices = new ArrayList<>();
        choices.add(new BatchesPage.Choice("", new Bilingual("全部", "All"), group == null));
        add(choices, key(BatchState.REVIEW), BatchStates.name(BatchState.REVIEW), group);
        add(choices, LACKING, new Bilingual("缺少凭证", "lacks a document"), group);
        add(choices, key(BatchState.REJECTED), BatchStates.name(BatchState.REJECTED), group);
        add(choices, key(BatchState.ADMITTED), BatchStates.name(BatchState.ADMITTED), group);
        add(choices, key(BatchState.RECALLED), BatchStates.name(BatchState.RECALLED), group);
        return choices;
    }

    private static void add(List<BatchesPage.Choice> choices, String key, Bilingual name, @Nullable String group) {
        choices.add(new BatchesPage.Choice(key, name, key.equals(group)));
    }

    /** The markets to choose from. */
    List<BatchesPage.Choice> markets(@Nullable String chosen) {
        List<BatchesPage.Choice> choices = new ArrayList<>();
        for (Market market : markets.markets().values()) {
            String name = market.name() + " " + market.id();
            choices.add(new BatchesPage.Choice(
                    market.id(), new Bilingual(name, name), market.id().equals(chosen)));
        }
        return choices;
    }

    private static BatchesPage.Row row(BatchList.Row row, Words words) {
        return new BatchesPage.Row(
                row.id(),
                "/batches/" + row.id(),
                BatchStates.mark(row.state()),
                BatchStates.name(row.state()),
                row.goodsName(),
                row.origin(),
                new PeopleList.Link(row.market(), address(row.marketId(), null, Days.NONE)),
                row.operatorId(),
                row.declaredOn(),
                row.arrivesOn(),
                row.decidedFor(),
                row.codes().stream()
                        .map(code -> PeopleLists.word(words, "finding", code))
                        .toList(),
                row.settled());
    }
}
