package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.registry.Market;
import org.anxin.rulebook.Firing;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundGroup;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepReport;
import org.anxin.sweep.SweepReports;
import org.anxin.testing.Period;
import org.anxin.testing.Terms;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the first page shows. */
@Singleton
class TodayReading {
    private static final int TREND = 14;

    private static final List<FoundGroup> FIGURES = List.of(
            FoundGroup.DUE_TODAY,
            FoundGroup.DUE_TOMORROW,
            FoundGroup.OVERDUE,
            FoundGroup.SUSPENDED,
            FoundGroup.NEVER_SAMPLED);

    /** The columns of the table of markets. */
    static final List<FoundGroup> COLUMNS = List.of(
            FoundGroup.ON_DUTY,
            FoundGroup.DUE_TODAY,
            FoundGroup.SAMPLED_SINCE,
            FoundGroup.DUE_TOMORROW,
            FoundGroup.OVERDUE,
            FoundGroup.SUSPENDED,
            FoundGroup.NEVER_SAMPLED);

    private static final List<FoundGroup> TABS = List.of(
            FoundGroup.LISTED,
            FoundGroup.OVERDUE,
            FoundGroup.STILL_DUE,
            FoundGroup.DUE_TOMORROW,
            FoundGroup.SUSPENDED,
            FoundGroup.NEVER_SAMPLED);

    private final FoundPeople found;
    private final PastFigures past;
    private final PeopleLists lists;
    private final HeatReading heats;
    private final SweepReports reports;
    private final Versions versions;
    private final ActivePolicy activePolicy;
    private final ImportCounting imports;
    private final PatrolCounts patrols;

    TodayReading(
            FoundPeople found,
            PastFigures past,
            PeopleLists lists,
            HeatReading heats,
            SweepReports reports,
            Versions versions,
            ActivePolicy activePolicy,
            ImportCounting imports,
            PatrolCounts patrols) {
        this.found = found;
        this.past = past;
        this.lists = lists;
        this.heats = heats;
        this.reports = reports;
        this.versions = versions;
        this.activePolicy = activePolicy;
        this.imports = imports;
        this.patrols = patrols;
    }

    /**
     * The page.
     *
     * @param asked the day asked for; {@link Days#NONE} for the newest one that was swept
     * @param group the list shown on it
     * @param page of the list
     */
    TodayPage of(int asked, int today, FoundGroup group, int page) throws SQLException {
        List<Sweep> newest = found.lastRuns(Days.LAST, 1);
        int newestDay = newest.isEmpty() ? Days.NONE : newest.get(0).asOf();
        int day = asked != Days.NONE ? asked : newest.isEmpty() ? today : newestDay;
        Sweep run = runOf(day);
        DayFigures figures = run == null ? null : found.figures(run);
        Map<Integer, DayFigures> before = past.before(day, TREND);
        Map<String, Market> markets = lists.markets();
        return new TodayPage(
                day,
                today,
                run == null ? null : line(run),
                newestDay,
                notices(day),
                figures == null ? List.of() : figures(figures, before.values()),
                figures == null ? List.of() : rows(figures, markets),
                figures == null ? null : total(figures),
                heats.around(day, figures, before, markets),
                figures == null ? null : list(figures, group, page),
                imports.ofDistrict(day),
                patrols.of(day, markets));
    }

    /** The last completed run of a day, or null. */
    @Nullable
    Sweep runOf(int day) throws SQLException {
        return found.lastRuns(day, 1).stream()
                .filter(run -> run.asOf() == day)
                .findFirst()
                .orElse(null);
    }

    /** A run in one line. */
    TodayPage.RunLine line(Sweep run) throws SQLException {
        SweepReport report = reports.of(run);
        RulesetVersion version = versions.find(run.ruleset());
        Instant begun = run.begun() == null ? run.requested() : run.begun();
        Instant ended = Objects.requireNonNullElse(run.ended(), begun);
        return new TodayPage.RunLine(
                run,
                report.registered(),
                report.evaluated(),
                report.errorCount(),
                report.markets().size(),
                (int) Duration.between(begun, ended).toSeconds(),
                version == null ? 0 : version.no());
    }

    private PeopleList list(DayFigures figures, FoundGroup group, int page) throws SQLException {
        Address here = Address.of("/").with("day", Days.text(figures.run().asOf()));
        return lists.of(new PeopleLists.Wanted(figures, group, null, page, PeopleLists.PAGE, here), TABS);
    }

    /** Rules that are in force on the day but not always: what is special about it. */
    private List<TodayPage.Notice> notices(int day) throws SQLException {
        List<TodayPage.Notice> notices = new ArrayList<>();
        for (Firing laid : activePolicy.lately(day).ruleset().laid()) {
            if (laid.consequence() instanceof Terms terms) {
                for (Period window : terms.windows()) {
                    if (window.contains(day) && window.to() != Days.OPEN) {
                        String id = laid.rule().id();
                        notices.add(new TodayPage.Notice(laid.rule().title(), id, "/rules#" + id, window.to()));
                    }
                }
            }
        }
        return notices;
    }

    private static List<TodayPage.Figure> figures(DayFigures figures, Collection<DayFigures> before) {
        return FIGURES.stream().map(group -> figure(group, figures, before)).toList();
    }

    private static TodayPage.Figure figure(FoundGroup group, DayFigures figures, Collection<DayFigures> before) {
        List<Integer> trend = new ArrayList<>();
        before.forEach(earlier -> trend.add(earlier.total().of(group)));
        int count = figures.total().of(group);
        Integer change = trend.isEmpty() ? null : Integer.valueOf(count - trend.get(trend.size() - 1));
        trend.add(count);
        boolean isDueToday = group == FoundGroup.DUE_TODAY;
        Address here = Address.of("/").with("day", Days.text(figures.run().asOf()));
        return new TodayPage.Figure(
                Groups.title(group),
                group == FoundGroup.OVERDUE ? "bad" : group == FoundGroup.SUSPENDED ? "stop" : "",
                count,
                here.with("group", Groups.key(group)).at("list").toString(),
                isDueToday ? figures.total().of(FoundGroup.SAMPLED_SINCE) : -1,
                isDueToday
                        ? here.with("group", Groups.key(FoundGroup.SAMPLED_SINCE))
                                .at("list")
                                .toString()
                        : null,
                change,
                trend.size() < 2 ? null : Spark.of(trend));
    }

    private static List<TodayPage.MarketRow> rows(DayFigures figures, Map<String, Market> markets) {
        return markets.values().stream()
                .map(market -> row(market.name(), "/markets/" + market.id(), figures, figures.at(market.id())))
                .toList();
    }

    private static TodayPage.MarketRow total(DayFigures figures) {
        return row(null, "/", figures, figures.total());
    }

    private static TodayPage.MarketRow row(
            @Nullable String name, String path, DayFigures figures, DayFigures.Counts counts) {
        Address here = Address.of(path).with("day", Days.text(figures.run().asOf()));
        return new TodayPage.MarketRow(
                name,
                here.toString(),
                COLUMNS.stream().map(group -> number(group, counts, here)).toList(),
                counts.of(FoundGroup.IN_ORDER),
                counts.of(FoundGroup.ON_DUTY));
    }

    /** A number that leads to its list. */
    static TodayPage.Linked number(FoundGroup group, DayFigures.Counts counts, Address here) {
        int count = counts.of(group);
        boolean alarming = count > 0 && (group == FoundGroup.OVERDUE || group == FoundGroup.SUSPENDED);
        return new TodayPage.Linked(
                count, here.with("group", Groups.key(group)).at("list").toString(), alarming);
    }
}
