package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.registry.Market;
import org.anxin.rulebook.Words;
import org.anxin.sweep.Sweep;
import org.anxin.sweep.SweepFailure;
import org.anxin.sweep.SweepReport;
import org.anxin.sweep.SweepReports;
import org.anxin.sweep.SweepState;
import org.anxin.sweep.Sweeps;
import org.anxin.testing.Status;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of runs show. */
@Singleton
class SweepReading {
    private static final int PAGE = 30;

    private final Sweeps sweeps;
    private final SweepReports reports;
    private final Versions versions;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;

    SweepReading(Sweeps sweeps, SweepReports reports, Versions versions, PeopleLists lists, ActivePolicy activePolicy) {
        this.sweeps = sweeps;
        this.reports = reports;
        this.versions = versions;
        this.lists = lists;
        this.activePolicy = activePolicy;
    }

    /**
     * The newest runs.
     *
     * @param before only runs with a lower number
     */
    SweepsPage all(int before, String day, @Nullable Bilingual mistake) throws SQLException {
        List<Sweep> page = sweeps.latest(before, PAGE + 1);
        List<SweepsPage.Row> rows = new ArrayList<>();
        for (Sweep sweep : page.subList(0, Math.min(PAGE, page.size()))) {
            rows.add(row(sweep));
        }
        String older = page.size() > PAGE
                ? Address.of("/sweeps").with("before", page.get(PAGE - 1).no()).toString()
                : null;
        return new SweepsPage(day, mistake, rows, older);
    }

    private SweepsPage.Row row(Sweep sweep) throws SQLException {
        RulesetVersion version = versions.find(sweep.ruleset());
        return new SweepsPage.Row(sweep, state(sweep.state()), mark(sweep.state()), version == null ? 0 : version.no());
    }

    private static Bilingual state(SweepState state) {
        return switch (state) {
            case RUNNING -> new Bilingual("进行中", "Running");
            case COMPLETED -> new Bilingual("完整", "Complete");
            case COMPLETED_WITH_ERRORS -> new Bilingual("完成，有人未能判定", "Done, some undecided");
            case FAILED -> new Bilingual("失败", "Failed");
        };
    }

    private static String mark(SweepState state) {
        return switch (state) {
            case RUNNING -> "tom";
            case COMPLETED -> "fine";
            case COMPLETED_WITH_ERRORS -> "today";
            case FAILED -> "over";
        };
    }

    /** One run. */
    SweepPage of(String id) throws SQLException {
        Sweep sweep = sweeps.find(id);
        if (sweep == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        SweepReport report = reports.of(sweep);
        SweepFailure failure = sweep.failure();
        Words words = activePolicy.current().ruleset().words();
        Map<String, Market> markets = lists.markets();
        return new SweepPage(
                row(sweep),
                report,
                failure == null ? null : failure.message(),
                Arrays.stream(Status.values())
                        .map(status -> new SweepPage.Count(
                                PeopleLists.word(words, "status", status.name()),
                                PeopleLists.mark(status.name()),
                                report.byStatus().getOrDefault(status.name(), 0)))
                        .toList(),
                report.markets().stream()
                        .map(counts -> market(counts, markets.get(counts.marketId()), sweep))
                        .toList());
    }

    private static SweepPage.MarketRow market(SweepReport.Market counts, @Nullable Market market, Sweep sweep) {
        String name = market == null ? counts.marketId() : market.name();
        String address = Address.of("/markets/" + counts.marketId())
                .with("day", sweep.day())
                .toString();
        return new SweepPage.MarketRow(name, address, counts);
    }
}
