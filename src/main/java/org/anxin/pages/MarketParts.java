package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.notices.Sent;
import org.anxin.onboarding.Concern;
import org.anxin.onboarding.Finding;
import org.anxin.onboarding.Roster;
import org.anxin.onboarding.RosterDecision;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.readiness.ImportOperator;
import org.anxin.readiness.ImportOperators;
import org.anxin.readiness.Readiness;
import org.anxin.registry.Market;
import org.anxin.registry.Names;
import org.anxin.visits.CameraWatch;
import org.anxin.visits.FindingList;
import org.anxin.visits.PatrolDays;
import org.anxin.visits.Visit;
import org.anxin.visits.Visits;

/** Reads the lists of a market beside those that sweeps issue. */
@Singleton
class MarketParts {
    /** More visits of one market are on no day, and more cameras at no market. */
    private static final int ALL = 10_000;

    private final Readiness readiness;
    private final Names names;
    private final FindingList findings;
    private final Visits visits;
    private final PatrolDays days;
    private final CameraWatch cameras;
    private final Sent notices;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    MarketParts(
            Readiness readiness,
            Names names,
            FindingList findings,
            Visits visits,
            PatrolDays days,
            CameraWatch cameras,
            Sent notices,
            PeopleLists lists,
            ActivePolicy activePolicy,
            Pages pages) {
        this.readiness = readiness;
        this.names = names;
        this.findings = findings;
        this.visits = visits;
        this.days = days;
        this.cameras = cameras;
        this.notices = notices;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /**
     * Which entries.
     *
     * @param page from 1
     * @param size entries on it
     * @param beginning whether they are only the first ones, and all are elsewhere
     */
    record Shown(int page, int size, boolean beginning) {
        private int from() {
            return (page - 1) * size;
        }

        private <T> List<T> of(List<T> all) {
            int from = Math.min(from(), all.size());
            return all.subList(from, Math.min(all.size(), from + size));
        }
    }

    /** One market on one day. */
    OfDay of(String marketId, int day) throws SQLException {
        return new OfDay(marketId, day, activePolicy.lately(day));
    }

    /** The end of a day, or now if it is today. */
    static Instant moment(int day, int today, Instant now, ZoneId zone) {
        return day == today
                ? now.truncatedTo(ChronoUnit.MICROS)
                : LocalDate.ofEpochDay(day + 1L).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The lists of one market on one day; what several of them need is read once. */
    final class OfDay {
        private final String marketId;
        private final int day;
        private final Policy policy;
        private final Roster roster;
        private final RosterDecision decision;
        private final Map<String, Market> markets = lists.markets();

        OfDay(String marketId, int day, Policy policy) throws SQLException {
            this.marketId = marketId;
            this.day = day;
            this.policy = policy;
            Roster read = readiness.roster(marketId, null);
            if (read == null) {
                throw new PageException(PageError.NOT_FOUND);
            }
            this.roster = read;
            this.decision = policy.onboarding().decide(read, day);
        }

        /** The first entries of every list. */
        List<PageTable> beginnings(int size) throws SQLException {
            List<PageTable> all = new ArrayList<>();
            for (MarketPart part : MarketPart.values()) {
                all.add(list(part, new Shown(1, size, true)));
            }
            return List.copyOf(all);
        }

        /** One list. */
        PageTable list(MarketPart part, Shown shown) throws SQLException {
            return switch (part) {
                case NOT_READY -> notReady(shown);
                case LISTS -> faults(shown);
                case FINDINGS -> findings(shown);
                case PATROLS -> patrols(shown);
                case CAMERAS -> cameras(shown);
                case IMPORTED_GOODS -> imported(shown);
                case COVERAGE ->
                    table(
                            part,
                            ReadinessRows.COVERAGE,
                            ReadinessRows.coverage(decision, here(MarketPart.NOT_READY)),
                            PageTable.Part.all(2));
                case NOTICES -> notices(shown);
            };
        }

        private Address here(MarketPart part) {
            return part.address(marketId).with("day", Language.ZH.iso(day));
        }

        private PageTable.Part part(MarketPart part, Shown shown, int total) {
            if (shown.beginning) {
                return total > shown.size
                        ? PageTable.Part.beginning(total, here(part).toString())
                        : PageTable.Part.all(total);
            }
            return PageTable.Part.page(total, shown.page, shown.size, here(part));
        }

        private PageTable table(
                MarketPart part,
                List<PageTable.Column> columns,
                List<List<PageTable.Cell>> rows,
                PageTable.Part entries) {
            return PageTable.of(part.key(), part.title(), part.empty(), columns, rows, entries);
        }

        private PageTable notReady(Shown shown) throws SQLException {
            return table(
                    MarketPart.NOT_READY,
                    ReadinessRows.NOT_READY,
                    notReady(shown.from(), shown.size),
                    part(MarketPart.NOT_READY, shown, decision.notReady().size()));
        }

        /** Rows of those who are not ready, after the first {@code from}. */
        List<List<PageTable.Cell>> notReady(int from, int most) throws SQLException {
            List<RosterDecision.NotReady> all = decision.notReady();
            int first = Math.min(from, all.size());
            List<RosterDecision.NotReady> some = all.subList(first, Math.min(all.size(), first + most));
            List<Finding> found =
                    some.stream().map(RosterDecision.NotReady::first).toList();
            return ReadinessRows.of(names, found).notReady(some);
        }

        private PageTable faults(Shown shown) throws SQLException {
            List<Finding> all = decision.findings(Concern.LISTS);
            List<Finding> some = shown.of(all);
            return table(
                    MarketPart.LISTS,
                    ReadinessRows.NOT_READY,
                    ReadinessRows.of(names, some).findings(some),
                    part(MarketPart.LISTS, shown, all.size()));
        }

        private PageTable imported(Shown shown) throws SQLException {
            List<ImportOperator> all = ImportOperators.of(roster, day);
            return table(
                    MarketPart.IMPORTED_GOODS,
                    ReadinessRows.IMPORTED,
                    ReadinessRows.imported(
                            shown.of(all), names, policy.ruleset().words()),
                    part(MarketPart.IMPORTED_GOODS, shown, all.size()));
        }

        private PageTable findings(Shown shown) throws SQLException {
            FindingList.Part unrectified = FindingList.Part.UNRECTIFIED;
            FindingList.Page page =
                    findings.page(FindingList.Wanted.at(marketId, day), unrectified, shown.from(), shown.size);
            return table(
                    MarketPart.FINDINGS,
                    FindingRows.COLUMNS,
                    new FindingRows(policy, markets, day).of(page.items()),
                    part(MarketPart.FINDINGS, shown, page.counts().getOrDefault(unrectified, 0)));
        }

        private PageTable patrols(Shown shown) throws SQLException {
            List<Visit> all = visits.page(marketId, day, null, ALL).items();
            PatrolRows rows = new PatrolRows(policy, markets, pages.zone());
            List<PatrolDays.Day> today =
                    days.page(marketId, day, policy.patrol(), "", 1).items();
            return table(
                            MarketPart.PATROLS,
                            PatrolRows.VISITS,
                            rows.visits(shown.of(all)),
                            part(MarketPart.PATROLS, shown, all.size()))
                    .noted(rows.missing(today));
        }

        private PageTable cameras(Shown shown) throws SQLException {
            Instant at = moment(day, pages.today(), pages.now(), pages.zone());
            List<CameraWatch.Watched> watched =
                    cameras.page(marketId, at, day, policy.patrol(), "", 1).items();
            List<List<PageTable.Cell>> all = new PatrolRows(policy, markets, pages.zone()).cameras(watched);
            return table(
                    MarketPart.CAMERAS, PatrolRows.CAMERAS, shown.of(all), part(MarketPart.CAMERAS, shown, all.size()));
        }

        private PageTable notices(Shown shown) throws SQLException {
            return table(
                    MarketPart.NOTICES,
                    NoticeRows.COLUMNS,
                    new NoticeRows(markets, pages.zone()).of(notices.page(marketId, null, shown.from(), shown.size)),
                    part(MarketPart.NOTICES, shown, notices.count(marketId, null)));
        }
    }
}
