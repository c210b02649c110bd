package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.Market;
import org.anxin.registry.Markets;
import org.anxin.registry.Stored;
import org.anxin.rulebook.Words;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundGroup;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.FoundPerson;
import org.anxin.sweep.SampledDays;
import org.anxin.sweep.Sweep;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of markets show. */
@Singleton
class MarketReading {
    /** More are on no list of one market; if they were, the files have them all. */
    private static final int WHOLE = 2_000;

    /** Entries of each other list on the page; all are a click away. */
    private static final int BEGINNING = 10;

    private static final List<FoundGroup> NUMBERS =
            List.of(FoundGroup.ON_DUTY, FoundGroup.WARNED, FoundGroup.SUSPENDED, FoundGroup.NEVER_SAMPLED);

    private final Markets markets;
    private final FoundPeople found;
    private final SampledDays sampled;
    private final PeopleLists lists;
    private final TodayReading today;
    private final ActivePolicy activePolicy;
    private final ImportCounting imports;
    private final MarketParts parts;
    private final KeptForecasts forecasts;

    MarketReading(
            Markets markets,
            FoundPeople found,
            SampledDays sampled,
            PeopleLists lists,
            TodayReading today,
            ActivePolicy activePolicy,
            MarketParts parts,
            KeptForecasts forecasts,
            ImportCounting imports) {
        this.markets = markets;
        this.found = found;
        this.sampled = sampled;
        this.lists = lists;
        this.today = today;
        this.activePolicy = activePolicy;
        this.imports = imports;
        this.parts = parts;
        this.forecasts = forecasts;
    }

    /**
     * Which lists of a market.
     *
     * @param day as an epoch day; {@link Days#NONE} for the newest one that was swept
     * @param group the only list asked for; null for the two that are issued
     * @param sampledOn the list of those sampled on this day is asked for; {@link Days#NONE} if not
     * @param dueOn the list of those whom the forecast has sampled on this day is asked for; {@link Days#NONE} if not
     * @param page of the list
     */
    record Wanted(String id, int day, @Nullable FoundGroup group, int sampledOn, int dueOn, int page) {
        /** Whether these are the lists as they were issued. */
        boolean isIssued() {
            return group == null && sampledOn == Days.NONE && dueOn == Days.NONE;
        }

        int from() {
            return (page - 1) * PeopleLists.PAGE;
        }

        Address here(int shown) {
            return Address.of("/markets/" + id).with("day", Days.text(shown));
        }
    }

    /** All markets, with the numbers of the newest day that was swept. */
    MarketsPage all() throws SQLException {
        List<Sweep> newest = found.lastRuns(Days.LAST, 1);
        DayFigures figures = newest.isEmpty() ? null : found.figures(newest.get(0));
        Words words = activePolicy.current().ruleset().words();
        List<MarketsPage.Row> rows = lists.markets().values().stream()
                .map(market -> row(market, figures, words))
                .toList();
        return new MarketsPage(figures == null ? Days.NONE : figures.run().asOf(), rows);
    }

    private static MarketsPage.Row row(Market market, @Nullable DayFigures figures, Words words) {
        Address here = Address.of("/markets/" + market.id());
        if (figures == null) {
            return new MarketsPage.Row(
                    market.id(), market.name(), here.toString(), type(market, words), market.subdistrict(), List.of());
        }
        Address dated = here.with("day", Days.text(figures.run().asOf()));
        return new MarketsPage.Row(
                market.id(),
                market.name(),
                dated.toString(),
                type(market, words),
                market.subdistrict(),
                NUMBERS.stream()
                        .map(group -> TodayReading.number(group, figures.at(market.id()), dated))
                        .toList());
    }

    private static Bilingual type(Market market, Words words) {
        return PeopleLists.word(words, "marketType", market.type());
    }

    /** The page of a market. */
    MarketPage of(Wanted wanted, int now) throws SQLException {
        Stored<Market> stored = markets.find(wanted.id());
        if (stored == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        List<Sweep> newest = found.lastRuns(Days.LAST, 1);
        int day = wanted.day() != Days.NONE
                ? wanted.day()
                : newest.isEmpty() ? now : newest.get(0).asOf();
        Sweep run = today.runOf(day);
        DayFigures figures = run == null ? null : found.figures(run);
        Words words = activePolicy.current().ruleset().words();
        TodayPage.RunLine line = run == null ? null : today.line(run);
        boolean isIssued = wanted.isIssued();
        return new MarketPage(
                stored.facts(),
                type(stored.facts(), words),
                day,
                line,
                figures == null ? List.of() : numbers(figures, wanted.id(), wanted.here(day)),
                lists(wanted, day, figures, line == null ? null : heading(stored.facts(), line)),
                isIssued ? parts.of(wanted.id(), day).beginnings(BEGINNING) : List.of(),
                isIssued,
                imports.ofMarket(wanted.id(), day));
    }

    /**
     * One of its other lists.
     *
     * @param day as of which, as an epoch day; {@link Days#NONE} for now
     * @param shown which entries
     */
    MarketPartPage part(String id, MarketPart part, int day, int now, MarketParts.Shown shown) throws SQLException {
        Stored<Market> stored = markets.find(id);
        if (stored == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        int asOf = day == Days.NONE ? now : day;
        PageTable table = parts.of(id, asOf).list(part, shown);
        Sweep run = today.runOf(asOf);
        Bilingual heading = run == null ? unswept(stored.facts(), asOf) : heading(stored.facts(), today.line(run));
        return new MarketPartPage(stored.facts(), part, asOf, table.printed(heading), shown.size() > PeopleLists.PAGE);
    }

    private Bilingual unswept(Market market, int day) throws SQLException {
        String ruleset = activePolicy.lately(day).ruleset().id().substring(0, TodayPage.RunLine.SHORT) + "…";
        return new Bilingual(
                market.name() + " · " + DayText.zh(day) + " · 当日未核查 · 规则版本 " + ruleset,
                market.name() + " · " + DayText.en(day) + " · day not swept · ruleset " + ruleset);
    }

    private static List<TodayPage.Figure> numbers(DayFigures figures, String id, Address here) {
        return List.of(
                        FoundGroup.ON_DUTY,
                        FoundGroup.DUE_TODAY,
                        FoundGroup.DUE_TOMORROW,
                        FoundGroup.OVERDUE,
                        FoundGroup.SUSPENDED,
                        FoundGroup.NEVER_SAMPLED)
                .stream()
                .map(group -> new TodayPage.Figure(
                        Groups.title(group),
                        group == FoundGroup.OVERDUE ? "bad" : group == FoundGroup.SUSPENDED ? "stop" : "",
                        figures.at(id).of(group),
                        here.with("group", Groups.key(group)).at("list").toString(),
                        -1,
                        null,
                        null,
                        null))
                .toList();
    }

    private List<PeopleList> lists(Wanted wanted, int day, @Nullable DayFigures figures, @Nullable Bilingual heading)
            throws SQLException {
        if (wanted.sampledOn() != Days.NONE) {
            return List.of(sampled(wanted, day));
        }
        if (wanted.dueOn() != Days.NONE) {
            return List.of(due(wanted, day));
        }
        if (figures == null || heading == null) {
            return List.of();
        }
        Address here = wanted.here(day);
        FoundGroup group = wanted.group();
        if (group != null) {
            PeopleLists.Wanted one =
                    new PeopleLists.Wanted(figures, group, wanted.id(), wanted.page(), PeopleLists.PAGE, here);
            return List.of(lists.of(one, List.of()));
        }
        return List.of(
                whole(figures, FoundGroup.WARNED, wanted, here).issued("warnings", heading),
                whole(figures, FoundGroup.SUSPENDED, wanted, here).issued("suspensions", heading));
    }

    private static Bilingual heading(Market market, TodayPage.RunLine line) {
        int day = line.sweep().asOf();
        String zh = market.name() + " · " + DayText.zh(day) + " · 核查 "
                + line.sweep().id() + " · 规则版本 ";
        String en = market.name() + " · " + DayText.en(day) + " · sweep "
                + line.sweep().id() + " · ruleset ";
        String version = line.versionText() + " " + line.shortRuleset();
        return new Bilingual(zh + version, en + version);
    }

    private PeopleList whole(DayFigures figures, FoundGroup group, Wanted wanted, Address here) throws SQLException {
        return lists.of(new PeopleLists.Wanted(figures, group, wanted.id(), 1, WHOLE, here), List.of());
    }

    private PeopleList sampled(Wanted wanted, int day) throws SQLException {
        int on = wanted.sampledOn();
        Map<String, int[]> counts = sampled.counts(on, on);
        int total = counts.getOrDefault(wanted.id(), new int[1])[0];
        List<FoundPerson> people = sampled.people(on, wanted.id(), wanted.from(), PeopleLists.PAGE);
        Address here = wanted.here(day).with("sampled", Days.text(on)).at("list");
        Bilingual title = new Bilingual(DayText.zh(on) + "已采样", "Sampled on " + DayText.en(on));
        return unjudged(day, title, total, people, wanted, here, missed(wanted, on, title, total, here));
    }

    /** Beside who was sampled on a day, who was due by its sweep and was not. */
    private List<PeopleList.Tab> missed(Wanted wanted, int on, Bilingual title, int total, Address here)
            throws SQLException {
        Sweep run = today.runOf(on);
        if (run == null) {
            return List.of();
        }
        int missed = found.figures(run).at(wanted.id()).of(FoundGroup.STILL_DUE);
        String list = wanted.here(on)
                .with("group", Groups.key(FoundGroup.STILL_DUE))
                .at("list")
                .toString();
        Bilingual due = new Bilingual("当日到期而未采样", "Due on that day, not sampled");
        return List.of(
                new PeopleList.Tab(title, total, here.toString(), true), new PeopleList.Tab(due, missed, list, false));
    }

    /** Whom the calendar of demand counts on a coming day. */
    private PeopleList due(Wanted wanted, int day) throws SQLException {
        int on = wanted.dueOn();
        if (on < day || on > day + HeatReading.COMING) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        List<Long> all = forecasts.people(activePolicy.lately(day), day, on, wanted.id());
        List<FoundPerson> people = sampled.named(all, day, wanted.id(), wanted.from(), PeopleLists.PAGE);
        Address here = wanted.here(day).with("due", Days.text(on)).at("list");
        Bilingual title =
                new Bilingual("最迟应于" + DayText.zh(on) + "采样（预计）", "To be sampled by " + DayText.en(on) + " (forecast)");
        return unjudged(day, title, all.size(), people, wanted, here, List.of());
    }

    private PeopleList unjudged(
            int day,
            Bilingual title,
            int total,
            List<FoundPerson> people,
            Wanted wanted,
            Address here,
            List<PeopleList.Tab> tabs) {
        int from = wanted.from();
        return new PeopleList(
                "list",
                title,
                total,
                from + 1,
                lists.rows(people, day, activePolicy.current()),
                tabs,
                from > 0 ? here.with("page", wanted.page() - 1).toString() : null,
                from + people.size() < total
                        ? here.with("page", wanted.page() + 1).toString()
                        : null,
                false,
                null);
    }
}
