package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.registry.Market;
import org.anxin.time.Days;
import org.anxin.visits.FindingList;
import org.anxin.visits.PatrolDays;
import org.jspecify.annotations.Nullable;

/** Counts findings, patrols and who is not ready, for the first page. */
@Singleton
class PatrolCounts {
    private static final int ALL_MARKETS = 100_000;

    private final FindingList findings;
    private final PatrolDays days;
    private final KeptReadiness readiness;
    private final ActivePolicy activePolicy;

    PatrolCounts(FindingList findings, PatrolDays days, KeptReadiness readiness, ActivePolicy activePolicy) {
        this.findings = findings;
        this.days = days;
        this.readiness = readiness;
        this.activePolicy = activePolicy;
    }

    /** All markets on a day. */
    TodayPatrols of(int day, Map<String, Market> markets) throws SQLException {
        Policy policy = activePolicy.lately(day);
        Map<String, FindingList.Due> due = findings.byMarket(day);
        Map<String, Integer> notReady = readiness.of(policy, day);
        List<TodayPatrols.Row> rows = new ArrayList<>();
        for (PatrolDays.Day one :
                days.page(null, day, policy.patrol(), "", ALL_MARKETS).items()) {
            Market market = markets.get(one.marketId());
            if (market != null) {
                FindingList.Due own = due.getOrDefault(market.id(), FindingList.Due.NONE);
                rows.add(row(market, one, own, notReady.getOrDefault(market.id(), 0), day));
            }
        }
        return new TodayPatrols(total(rows, day), rows);
    }

    private static TodayPatrols.Row row(
            Market market, PatrolDays.Day patrolled, FindingList.Due due, int notReady, int day) {
        String id = market.id();
        String date = Days.text(day);
        return new TodayPatrols.Row(
                market.name(),
                Address.of("/markets/" + id).with("day", date).toString(),
                patrolled.faults().isEmpty(),
                unrectified(due.unrectified(), id, day),
                overdue(due.overdue(), id, day),
                new TodayPage.Linked(
                        patrolled.checks(),
                        MarketPart.PATROLS.address(id).with("day", date).toString(),
                        !patrolled.faults().isEmpty()),
                new TodayPage.Linked(
                        notReady,
                        MarketPart.NOT_READY.address(id).with("day", date).toString(),
                        false));
    }

    private static TodayPage.Linked unrectified(int count, @Nullable String marketId, int day) {
        return new TodayPage.Linked(count, list(FindingList.Part.UNRECTIFIED, marketId, day), false);
    }

    private static TodayPage.Linked overdue(int count, @Nullable String marketId, int day) {
        return new TodayPage.Linked(count, list(FindingList.Part.OVERDUE, marketId, day), count > 0);
    }

    private static String list(FindingList.Part part, @Nullable String marketId, int day) {
        FindingList.Wanted wanted = new FindingList.Wanted(day, marketId, null, Days.NONE, null);
        return PatrolReading.here(wanted).with("part", PatrolReading.key(part)).toString();
    }

    private static TodayPatrols.Row total(List<TodayPatrols.Row> rows, int day) {
        int unrectified =
                rows.stream().mapToInt(row -> row.unrectified().count()).sum();
        int overdue = rows.stream().mapToInt(row -> row.overdue().count()).sum();
        int checks = rows.stream().mapToInt(row -> row.checks().count()).sum();
        boolean patrolled = rows.stream().allMatch(TodayPatrols.Row::patrolled);
        String list = Address.of(PatrolsPage.View.DAYS.path())
                .with("day", Days.text(day))
                .toString();
        return new TodayPatrols.Row(
                null,
                null,
                patrolled,
                unrectified(unrectified, null, day),
                overdue(overdue, null, day),
                new TodayPage.Linked(checks, list, !patrolled),
                new TodayPage.Linked(
                        rows.stream().mapToInt(row -> row.notReady().count()).sum(),
                        Address.of(PatrolsPage.View.READINESS.path())
                                .with("day", Days.text(day))
                                .toString(),
                        false));
    }
}
