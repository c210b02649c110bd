package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.anxin.notices.Sent;
import org.anxin.notices.StoredNotice;
import org.anxin.patrol.FindingState;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.StoredRulesets;
import org.anxin.policy.Versions;
import org.anxin.registry.Market;
import org.anxin.rulebook.Rule;
import org.anxin.text.Bilingual;
import org.anxin.visits.Findings;
import org.anxin.visits.StoredFinding;
import org.anxin.visits.Visits;
import org.jspecify.annotations.Nullable;

/** Reads a finding with its history. */
@Singleton
class FindingReading {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Findings findings;
    private final Visits visits;
    private final Sent notices;
    private final PeopleLists lists;
    private final ActivePolicy activePolicy;
    private final StoredRulesets rulesets;
    private final Versions versions;
    private final Pages pages;

    FindingReading(
            Findings findings,
            Visits visits,
            Sent notices,
            PeopleLists lists,
            ActivePolicy activePolicy,
            StoredRulesets rulesets,
            Versions versions,
            Pages pages) {
        this.findings = findings;
        this.visits = visits;
        this.notices = notices;
        this.lists = lists;
        this.activePolicy = activePolicy;
        this.rulesets = rulesets;
        this.versions = versions;
        this.pages = pages;
    }

    /** The finding of a number in an address. */
    StoredFinding find(String no) throws SQLException {
        StoredFinding finding = NUMBER.matcher(no).matches() ? findings.find(Long.parseLong(no)) : null;
        if (finding == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return finding;
    }

    /**
     * Its page.
     *
     * @param written into the form
     * @param kept photos of an attempt before
     * @param mistakes by field
     */
    FindingPage of(
            StoredFinding finding, FindingPage.Written written, List<String> kept, Map<String, Bilingual> mistakes)
            throws SQLException {
        Policy policy = policy(finding);
        Rule rule = rule(policy, finding.by().rule());
        Market market = lists.markets().get(finding.marketId());
        FindingState state = finding.state(pages.today());
        RulesetVersion version = versions.find(finding.by().ruleset());
        Visits.Recorded visit = visits.find(finding.visitId());
        return new FindingPage(
                finding,
                PeopleLists.word(policy.ruleset().words(), "patrolItem", finding.item()),
                market == null ? finding.marketId() : market.name(),
                FindingRows.mark(state),
                FindingRows.state(state),
                rule == null ? new Bilingual(finding.by().rule(), finding.by().rule()) : rule.title(),
                rule == null ? null : rule.directive(),
                version == null ? 0 : version.no(),
                steps(finding, policy),
                visit == null ? List.of() : VisitReading.photos(visit.visit()),
                written,
                kept,
                mistakes);
    }

    /** The rules that made it; the active ones if those are gone. */
    private Policy policy(StoredFinding finding) throws SQLException {
        Policy active = activePolicy.current();
        if (active.ruleset().id().equals(finding.by().ruleset())) {
            return active;
        }
        Policy stored = rulesets.policy(finding.by().ruleset());
        return stored == null ? active : stored;
    }

    private static @Nullable Rule rule(Policy policy, String id) {
        return policy.ruleset().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<FindingPage.Step> steps(StoredFinding finding, Policy policy) throws SQLException {
        List<FindingPage.Step> steps = new ArrayList<>();
        steps.add(new FindingPage.Step(
                PatrolRows.instant(finding.found().micros()),
                finding.found().day(),
                "today",
                new Bilingual("巡查发现", "Found by a patrol"),
                said(finding.visitId()),
                "/patrols/visits/" + finding.visitId()));
        String no = Long.toString(finding.no());
        for (StoredNotice notice : notices.of("patrol-finding/" + no, "patrol-finding-widespread/" + no)) {
            addNotice(notice, steps);
        }
        addWidespread(finding, policy, steps);
        if (finding.state(pages.today()) == FindingState.OVERDUE) {
            Bilingual text = new Bilingual("整改期限已过", "The last day for it has passed");
            steps.add(new FindingPage.Step(null, finding.dueOn() + 1, "over", text, null, null));
        }
        StoredFinding.Rectification done = finding.rectification();
        if (done != null) {
            Bilingual text = new Bilingual("已整改", "Rectified");
            steps.add(new FindingPage.Step(
                    PatrolRows.instant(done.at().micros()), done.at().day(), "fine", text, said(done.proof()), null));
        }
        return steps;
    }

    private static Bilingual said(String text) {
        return new Bilingual(text, text);
    }

    private void addNotice(StoredNotice notice, List<FindingPage.Step> steps) {
        String market = "/markets/" + notice.marketId() + "/notices";
        String to = notice.subdistrict();
        int day = (int) notice.noted().atZone(pages.zone()).toLocalDate().toEpochDay();
        Bilingual text = to == null
                ? new Bilingual("通报市场", "The market was told")
                : new Bilingual("通报市场，并抄告" + to, "The market was told, and the subdistrict " + to);
        steps.add(new FindingPage.Step(notice.noted(), day, "plain", text, null, market));
        if (notice.delivered() != null) {
            Bilingual taken = new Bilingual("通报已送达", "The notice was delivered");
            steps.add(new FindingPage.Step(notice.delivered(), day, "plain", taken, null, market));
        }
    }

    private static void addWidespread(StoredFinding finding, Policy policy, List<FindingPage.Step> steps) {
        StoredFinding.Copied copied = finding.widespread();
        if (copied != null) {
            String id = copied.by().rule();
            Rule rule = rule(policy, id);
            Bilingual text = new Bilingual("属较为普遍的问题，抄告属地街道", "Widespread, copied to the subdistrict");
            Bilingual detail = rule == null ? said(id) : rule.title();
            steps.add(new FindingPage.Step(null, copied.since(), "stop", text, detail, "/rules#" + id));
        }
    }
}
