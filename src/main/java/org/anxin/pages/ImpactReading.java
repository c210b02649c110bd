package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedPeople;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactFigures;
import org.anxin.impact.ImpactState;
import org.anxin.impact.Impacts;
import org.anxin.registry.Market;
import org.anxin.testing.Status;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a preview shows. */
@Singleton
class ImpactReading {
    private static final int EXAMPLES = 8;
    private static final List<Change> FIGURES = List.of(
            Change.OVERDUE, Change.SUSPENDED, Change.WARNED, Change.NO_LONGER_WARNED, Change.CLEARED, Change.OTHER);

    private final Impacts impacts;
    private final ImpactFigures figures;
    private final ImpactLists lists;
    private final PeopleLists people;
    private final DeskReading desk;

    ImpactReading(Impacts impacts, ImpactFigures figures, ImpactLists lists, PeopleLists people, DeskReading desk) {
        this.impacts = impacts;
        this.figures = figures;
        this.lists = lists;
        this.people = people;
        this.desk = desk;
    }

    /** The preview of a number in an address. */
    Impact found(String number) throws SQLException {
        Impact impact = impacts.find(Query.requireNumber(number));
        if (impact == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return impact;
    }

    /** The one of a number, if it has come to an end. */
    Impact completed(String number) throws SQLException {
        Impact impact = found(number);
        if (impact.state() != ImpactState.COMPLETED) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return impact;
    }

    /**
     * A preview.
     *
     * @param market whose figures are shown; null for all
     */
    ImpactPage of(Impact impact, @Nullable String market) throws SQLException {
        Map<String, Market> markets = people.markets();
        return new ImpactPage(
                impact,
                desk.number(impact.question().ruleset()),
                desk.number(impact.question().against()),
                ImpactWords.of(impact.state()),
                ImpactWords.mark(impact.state()),
                choices(markets, market),
                impact.state() == ImpactState.COMPLETED ? result(impact, market, markets) : null);
    }

    /** Those with the gravest change that anybody has. */
    private static ChangedPeople.Filter worst(ImpactFigures.Figures found, @Nullable String market) {
        Change gravest = Arrays.stream(Change.values())
                .filter(kind -> found.people(kind) > 0)
                .findFirst()
                .orElse(null);
        return new ChangedPeople.Filter(Days.NONE, gravest, market);
    }

    /** Markets to choose from. */
    static List<ImpactPage.Market> choices(Map<String, Market> markets, @Nullable String chosen) {
        return markets.values().stream()
                .map(market -> new ImpactPage.Market(
                        market.id(), market.name(), market.id().equals(chosen)))
                .toList();
    }

    private ImpactPage.Found result(Impact impact, @Nullable String market, Map<String, Market> markets)
            throws SQLException {
        ImpactFigures.Figures found = figures.of(impact, market);
        ImpactFigures.Totals totals = found.totals();
        Address list = ImpactLists.people(impact).with("market", market);
        Address batches = ImpactLists.batches(impact).with("market", market);
        return new ImpactPage.Found(
                totals.people(),
                totals.changed(),
                totals.unlisted(),
                totals.batches(),
                totals.changedBatches(),
                figures(found, list),
                IntStream.rangeClosed(
                                impact.question().from(), impact.question().to())
                        .boxed()
                        .toList(),
                ImpactRows.kinds(impact, found, list),
                ImpactRows.transitions(impact, found, list, lists::status),
                marketKinds(found).stream().map(ImpactWords::of).toList(),
                markets(impact, found, markets),
                Bars.of(found.demand()),
                ImpactRows.batchKinds(impact, found, batches),
                lists.people(impact, worst(found, market), EXAMPLES),
                lists.batches(impact, ImpactLists.any(market), EXAMPLES));
    }

    private static List<ImpactPage.Figure> figures(ImpactFigures.Figures found, Address list) {
        List<ImpactPage.Figure> shown = new ArrayList<>();
        for (Change kind : FIGURES) {
            shown.add(new ImpactPage.Figure(
                    ImpactWords.of(kind),
                    found.people(kind),
                    list.with("change", kind).toString(),
                    ImpactWords.look(kind)));
        }
        int due = found.transitions().stream()
                .filter(one -> one.after().equals(Status.DUE_TODAY.name()))
                .mapToInt(ImpactFigures.Transition::people)
                .sum();
        shown.add(
                3,
                new ImpactPage.Figure(
                        new Bilingual("新增当日到期", "Newly due that day"),
                        due,
                        list.with("is", Status.DUE_TODAY).toString(),
                        ""));
        return shown;
    }

    private static List<Change> marketKinds(ImpactFigures.Figures found) {
        return Arrays.stream(Change.values())
                .filter(kind -> found.markets().stream().anyMatch(one -> one.kind() == kind))
                .toList();
    }

    private static List<ImpactPage.MarketRow> markets(
            Impact impact, ImpactFigures.Figures found, Map<String, Market> markets) {
        Map<String, Map<Change, Integer>> byMarket = new LinkedHashMap<>();
        found.markets()
                .forEach(one -> byMarket.computeIfAbsent(one.market(), first -> new LinkedHashMap<>())
                        .put(one.kind(), one.count()));
        List<ImpactPage.MarketRow> rows = new ArrayList<>();
        byMarket.forEach((id, counts) -> {
            Market market = markets.get(id);
            rows.add(new ImpactPage.MarketRow(
                    market == null ? id : market.name(),
                    ImpactLists.page(impact).with("market", id).toString(),
                    marketKinds(found).stream()
                            .map(kind -> marketCell(impact, id, kind, counts.getOrDefault(kind, 0)))
                            .toList()));
        });
        return rows;
    }

    private static ImpactPage.Cell marketCell(Impact impact, String market, Change kind, int count) {
        Address list = ImpactLists.people(impact).with("market", market).with("change", kind);
        return new ImpactPage.Cell(count, 0, count == 0 ? null : list.toString());
    }
}
