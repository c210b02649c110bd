package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.visits.CameraWatch;
import org.anxin.visits.FindingList;
import org.anxin.visits.PatrolDays;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of patrols list. */
@Singleton
class PatrolReading {
    private static final int ALL_MARKETS = 100_000;

    private final FindingList findings;
    private final PatrolDays days;
    private final CameraWatch cameras;
    private final KeptReadiness readiness;
    private final MarketParts parts;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final Pages pages;

    PatrolReading(
            FindingList findings,
            PatrolDays days,
            CameraWatch cameras,
            KeptReadiness readiness,
            MarketParts parts,
            PeopleLists lists,
            ActivePolicy activePolicy,
            Pages pages) {
        this.findings = findings;
        this.days = days;
        this.cameras = cameras;
        this.readiness = readiness;
        this.parts = parts;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.pages = pages;
    }

    /** The part of a name; those to be rectified where none is named. */
    static FindingList.Part part(@Nullable String key) {
        if (key == null) {
            return FindingList.Part.UNRECTIFIED;
        }
        for (FindingList.Part part : FindingList.Part.values()) {
            if (key(part).equals(key)) {
                return part;
            }
        }
        throw new PageException(PageError.BAD_ADDRESS);
    }

    static String key(FindingList.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Whether only widespread findings are asked for. */
    static @Nullable Boolean widespread(@Nullable String scope) {
        if (scope == null) {
            return null;
        }
        if (!scope.equals("widespread") && !scope.equals("single")) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        return scope.equals("widespread");
    }

    /** A page of findings. */
    PatrolsPage findings(FindingList.Wanted wanted, FindingList.Part part, int page) throws SQLException {
        Policy policy = activePolicy.lately(wanted.asOf());
        Map<String, Market> markets = lists.markets();
        FindingList.Page found = findings.page(wanted, part, (page - 1) * PeopleLists.PAGE, PeopleLists.PAGE);
        PageTable table = PageTable.of(
                        "findings",
                        title(part),
                        new Bilingual("没有这样的问题。", "There are no such findings."),
                        FindingRows.COLUMNS,
                        new FindingRows(policy, markets, wanted.asOf()).of(found.items()),
                        PageTable.Part.page(
                                found.counts().getOrDefault(part, 0),
                                page,
                                PeopleLists.PAGE,
                                here(wanted).with("part", key(part))))
                .tabbed(tabs(wanted, part, found));
        return new PatrolsPage(
                PatrolsPage.View.FINDINGS,
                wanted.asOf(),
                wanted,
                part,
                markets(markets, wanted.marketId()),
                items(policy, wanted.item()),
                table);
    }

    private static List<PeopleList.Tab> tabs(
            FindingList.Wanted wanted, FindingList.Part shown, FindingList.Page found) {
        List<PeopleList.Tab> tabs = new ArrayList<>();
        for (FindingList.Part part : FindingList.Part.values()) {
            String address = here(wanted).with("part", key(part)).toString();
            tabs.add(new PeopleList.Tab(title(part), found.counts().getOrDefault(part, 0), address, part == shown));
        }
        return tabs;
    }

    /** The address of findings, without their part. */
    static Address here(FindingList.Wanted wanted) {
        Boolean widespread = wanted.widespread();
        return Address.of(PatrolsPage.View.FINDINGS.path())
                .with("day", Days.text(wanted.asOf()))
                .with("market", wanted.marketId())
                .with("item", wanted.item())
                .with("found", wanted.foundOn() == Days.NONE ? null : Days.text(wanted.foundOn()))
                .with("scope", widespread == null ? null : widespread ? "widespread" : "single");
    }

    static Bilingual title(FindingList.Part part) {
        return switch (part) {
            case UNRECTIFIED -> new Bilingual("未整改", "To be rectified");
            case OVERDUE -> new Bilingual("逾期未整改", "Overdue");
            case RECTIFIED -> new Bilingual("已整改", "Rectified");
        };
    }

    private static List<PatrolsPage.Choice> markets(Map<String, Market> markets, @Nullable String chosen) {
        return markets.values().stream()
                .map(market -> new PatrolsPage.Choice(
                        market.id(),
                        new Bilingual(market.name(), market.name()),
                        market.id().equals(chosen)))
                .toList();
    }

    private static List<PatrolsPage.Choice> items(Policy policy, @Nullable String chosen) {
        return policy.ruleset().words().all("patrolItem").stream()
                .map(word -> new PatrolsPage.Choice(
                        word.code(), word.name(), word.code().equals(chosen)))
                .toList();
    }

    /** How often every market was looked at on a day. */
    PatrolsPage days(int day) throws SQLException {
        Policy policy = activePolicy.lately(day);
        List<PatrolDays.Day> all =
                days.page(null, day, policy.patrol(), "", ALL_MARKETS).items();
        int wanting = (int) all.stream().filter(one -> !one.faults().isEmpty()).count();
        PageTable table = table(
                        PatrolsPage.View.DAYS,
                        new Bilingual("各市场的巡查", "Patrols by market"),
                        PatrolRows.DAYS,
                        new PatrolRows(policy, lists.markets(), pages.zone()).days(all, day))
                .noted(
                        all.isEmpty()
                                ? null
                                : new Bilingual(
                                        all.size() + " 个市场中，" + (all.size() - wanting) + " 个达到规则要求，" + wanting
                                                + " 个未达到。",
                                        "Of " + all.size() + " markets, " + (all.size() - wanting)
                                                + " were patrolled as the rules require, " + wanting + " were not."));
        return new PatrolsPage(PatrolsPage.View.DAYS, day, null, null, List.of(), List.of(), table);
    }

    /** The cameras of all markets at the end of a day, or now. */
    PatrolsPage cameras(int day) throws SQLException {
        Policy policy = activePolicy.lately(day);
        List<CameraWatch.Watched> all = cameras.page(
                        null,
                        MarketParts.moment(day, pages.today(), pages.now(), pages.zone()),
                        day,
                        policy.patrol(),
                        "",
                        ALL_MARKETS)
                .items();
        PageTable table = table(
                PatrolsPage.View.CAMERAS,
                new Bilingual("摄像机", "Cameras"),
                PatrolRows.CAMERAS,
                new PatrolRows(policy, lists.markets(), pages.zone()).cameras(all));
        return new PatrolsPage(PatrolsPage.View.CAMERAS, day, null, null, List.of(), List.of(), table);
    }

    /** Who is not ready at any market, market by market: only those markets are read whose people are on the page. */
    PatrolsPage notReady(int day, int page) throws SQLException {
        Policy policy = activePolicy.lately(day);
        Map<String, Integer> counts = readiness.of(policy, day);
        int skip = (page - 1) * PeopleLists.PAGE;
        int left = PeopleLists.PAGE;
        List<List<PageTable.Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> market : counts.entrySet()) {
            if (left > 0 && skip < market.getValue()) {
                List<List<PageTable.Cell>> some = parts.of(market.getKey(), day).notReady(skip, left);
                rows.addAll(some);
                left -= some.size();
            }
            skip = Math.max(0, skip - market.getValue());
        }
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Address here = Address.of(PatrolsPage.View.READINESS.path()).with("day", Days.text(day));
        PageTable table = PageTable.of(
                "not-ready",
                MarketPart.NOT_READY.title(),
                MarketPart.NOT_READY.empty(),
                ReadinessRows.NOT_READY,
                rows,
                PageTable.Part.page(total, page, PeopleLists.PAGE, here));
        return new PatrolsPage(PatrolsPage.View.READINESS, day, null, null, List.of(), List.of(), table);
    }

    private static PageTable table(
            PatrolsPage.View view, Bilingual title, List<PageTable.Column> columns, List<List<PageTable.Cell>> rows) {
        return PageTable.of(
                view.name().toLowerCase(Locale.ROOT),
                title,
                new Bilingual("还没有。", "There are none."),
                columns,
                rows,
                PageTable.Part.all(rows.size()));
    }
}
