package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.anxin.impact.DifferenceKind;
import org.anxin.impact.Shadow;
import org.anxin.impact.ShadowCounts;
import org.anxin.impact.ShadowReport;
import org.anxin.impact.Shadowing;
import org.anxin.impact.Shadows;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.StoredRulesets;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Begins and ends shadow runs, and reads what they found. */
@Singleton
class ShadowReading {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int PERCENT = 100;
    private static final int LEVELS = 5;
    private static final Bilingual NO_SHARE = new Bilingual("请填写 1 至 100 的整数。", "Enter a whole number from 1 to 100.");
    private static final Bilingual OTHER_RUNNING = new Bilingual(
            "另一版本正在影子运行；同一时间只能有一个，请先结束它。",
            "Another version is running as a shadow. There is one at a time: end that run first.");

    private final Shadows shadows;
    private final Shadowing shadowing;
    private final StoredRulesets rulesets;
    private final ActivePolicy activePolicy;
    private final DeskReading desk;
    private final ImpactLists lists;

    ShadowReading(
            Shadows shadows,
            Shadowing shadowing,
            StoredRulesets rulesets,
            ActivePolicy activePolicy,
            DeskReading desk,
            ImpactLists lists) {
        this.shadows = shadows;
        this.shadowing = shadowing;
        this.rulesets = rulesets;
        this.activePolicy = activePolicy;
        this.desk = desk;
        this.lists = lists;
    }

    /** How it stands. */
    ShadowPage of(RulesetVersion version) throws SQLException {
        return of(version, "100", null, null);
    }

    private ShadowPage of(
            RulesetVersion version, String share, @Nullable Bilingual mistake, @Nullable Bilingual refusal)
            throws SQLException {
        ShadowReport report = shadows.report(version.id());
        Shadow running = shadows.running();
        int other = running == null || running.ruleset().equals(version.id()) ? 0 : desk.number(running.ruleset());
        return new ShadowPage(
                version.no(),
                activePolicy.current().ruleset().id().equals(version.id()),
                report == null ? null : report.shadow(),
                other,
                share,
                mistake,
                refusal,
                report == null ? List.of() : figures(report.counts()),
                report == null ? List.of() : kinds(report.counts()),
                report == null ? List.of() : examples(report.shadow()));
    }

    /** Begins a run, sets its share, or ends it. */
    Pages.Outcome act(Frame frame, RulesetVersion version, Form form) throws SQLException {
        try {
            if (form.text("do").equals("end")) {
                shadowing.end(version.id());
                return done(version);
            }
            String share = form.text("share");
            if (!share.matches("[1-9][0-9]?|100")) {
                return shown(frame, UNPROCESSABLE, of(version, share, NO_SHARE, null));
            }
            Policy policy = rulesets.policy(version.id());
            if (policy == null) {
                throw new PageException(PageError.NOT_FOUND);
            }
            return shadowing.begin(policy, Integer.parseInt(share) / (double) PERCENT) == null
                    ? shown(frame, CONFLICT, of(version, share, null, OTHER_RUNNING))
                    : done(version);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PageException(PageError.UNAVAILABLE);
        }
    }

    private static Pages.Outcome shown(Frame frame, int status, ShadowPage page) {
        return new Pages.Outcome.Shown(status, Templates.shadow(frame, page));
    }

    private static Pages.Outcome done(RulesetVersion version) {
        return new Pages.Outcome.GoOn("/rules/versions/" + version.no() + "/shadow");
    }

    private static List<ShadowPage.Figure> figures(ShadowCounts counts) {
        return Arrays.stream(ShadowCounts.Count.values())
                .map(count -> new ShadowPage.Figure(title(count), (int) counts.of(count)))
                .toList();
    }

    private static Bilingual title(ShadowCounts.Count count) {
        return switch (count) {
            case PEOPLE_COMPARED -> new Bilingual("已比较人员", "People compared");
            case PEOPLE_DIFFERENT -> new Bilingual("结果不同的人员", "People that differ");
            case PEOPLE_FAILED -> new Bilingual("未能判定的人员", "People not decided");
            case BATCHES_COMPARED -> new Bilingual("已比较批次", "Batches compared");
            case BATCHES_DIFFERENT -> new Bilingual("结果不同的批次", "Batches that differ");
            case BATCHES_FAILED -> new Bilingual("未能判定的批次", "Batches not decided");
            case SKIPPED -> new Bilingual("来不及比较", "Left out, since comparing was behind");
        };
    }

    private static List<ShadowPage.Kind> kinds(ShadowCounts counts) {
        long most = Arrays.stream(DifferenceKind.values())
                .mapToLong(counts::of)
                .max()
                .orElse(0);
        return Arrays.stream(DifferenceKind.values())
                .filter(kind -> counts.of(kind) > 0)
                .map(kind -> new ShadowPage.Kind(
                        title(kind), (int) counts.of(kind), (int) (1 + (LEVELS - 1) * counts.of(kind) / most)))
                .toList();
    }

    private static Bilingual title(DifferenceKind kind) {
        return switch (kind) {
            case STATUS -> new Bilingual("状态", "Status");
            case DUE_ON -> new Bilingual("最迟采样日", "Due date");
            case ACTION -> new Bilingual("措施", "Action");
            case OBLIGATIONS -> new Bilingual("检测义务", "Obligations");
            case NOTES -> new Bilingual("备注", "Notes");
            case OUTCOME -> new Bilingual("准入结论", "Outcome");
            case FINDINGS -> new Bilingual("问题", "Findings");
            case UNDECIDABLE -> new Bilingual("使用了此版本没有的词语", "A word that this version does not declare");
        };
    }

    private List<ShadowPage.Example> examples(Shadow shadow) throws SQLException {
        return shadows.examples(shadow).stream()
                .map(one -> new ShadowPage.Example(
                        one.id(),
                        one.isBatch()
                                ? "/batches/" + one.id()
                                : Address.of("/people").with("q", one.id()).toString(),
                        one.asOf(),
                        one.kinds().stream().map(ShadowReading::title).toList(),
                        state(one, one.answered()),
                        one.shadow() == null ? null : state(one, one.shadow())))
                .toList();
    }

    private ImpactPage.State state(Shadows.Example example, Shadows.Brief brief) {
        String due = brief.dueOn();
        return example.isBatch()
                ? new ImpactPage.State(
                        ImpactWords.outcome(brief.state()),
                        ImpactWords.outcomeMark(brief.state()),
                        Days.NONE,
                        List.of())
                : new ImpactPage.State(
                        lists.status(brief.state()),
                        PeopleLists.mark(brief.state()),
                        due == null ? Days.NONE : Days.of(due),
                        List.of());
    }
}
