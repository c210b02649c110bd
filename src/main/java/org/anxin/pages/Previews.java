package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactFigures;
import org.anxin.impact.ImpactQuestion;
import org.anxin.impact.ImpactState;
import org.anxin.impact.Impacting;
import org.anxin.impact.Impacts;
import org.anxin.json.CivilDay;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Policy;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.StoredRulesets;
import org.anxin.registry.Market;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.Sweep;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Asks for previews, and tells what those of a version found. */
@Singleton
class Previews {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 10;
    private static final int USUAL_DAYS = 3;
    private static final Bilingual NO_DAY =
            new Bilingual("请填写两个日期，例如 2022-04-07。", "Enter both days, such as 2022-04-07.");
    private static final Bilingual INVERTED =
            new Bilingual("末日早于首日；请对调或改正。", "The last day is before the first; swap or correct them.");
    private static final Bilingual TOO_LONG = new Bilingual(
            "最多 " + ImpactQuestion.MOST_DAYS + " 天；请缩短。",
            "At most " + ImpactQuestion.MOST_DAYS + " days; ask about fewer.");

    private final Impacts impacts;
    private final Impacting impacting;
    private final ImpactFigures figures;
    private final ActivePolicy activePolicy;
    private final StoredRulesets rulesets;
    private final PeopleLists people;
    private final FoundPeople found;
    private final DeskReading desk;
    private final Pages pages;

    Previews(
            Impacts impacts,
            Impacting impacting,
            ImpactFigures figures,
            ActivePolicy activePolicy,
            StoredRulesets rulesets,
            PeopleLists people,
            FoundPeople found,
            DeskReading desk,
            Pages pages) {
        this.impacts = impacts;
        this.impacting = impacting;
        this.figures = figures;
        this.activePolicy = activePolicy;
        this.rulesets = rulesets;
        this.people = people;
        this.found = found;
        this.desk = desk;
        this.pages = pages;
    }

    /** The form for a version: by itself it asks about the newest day that was swept, and those after it. */
    PreviewForm form(RulesetVersion version) throws SQLException {
        List<Sweep> newest = found.lastRuns(Days.LAST, 1);
        int from = newest.isEmpty() ? pages.today() : newest.get(0).asOf();
        return form(version, Days.text(from), Days.text(from + USUAL_DAYS - 1), null, null);
    }

    private PreviewForm form(
            RulesetVersion version, String from, String to, @Nullable String market, @Nullable Bilingual mistake)
            throws SQLException {
        List<PreviewForm.Made> made = new ArrayList<>();
        for (Impact impact : impacts.latest(version.id(), SHOWN)) {
            made.add(made(impact, made.isEmpty()));
        }
        return new PreviewForm(
                version.no(), from, to, ImpactReading.choices(people.markets(), market), mistake, List.copyOf(made));
    }

    private PreviewForm.Made made(Impact impact, boolean withFigures) throws SQLException {
        boolean isComplete = impact.state() == ImpactState.COMPLETED;
        String against = impact.question().against();
        return new PreviewForm.Made(
                ImpactLists.page(impact).toString(),
                impact.question().from(),
                impact.question().to(),
                desk.number(against),
                against.equals(activePolicy.current().ruleset().id()),
                impact.requested(),
                ImpactWords.of(impact.state()),
                ImpactWords.mark(impact.state()),
                isComplete,
                isComplete && withFigures ? figures(impact) : List.of());
    }

    private List<ImpactPage.Figure> figures(Impact impact) throws SQLException {
        ImpactFigures.Figures all = figures.of(impact, null);
        List<ImpactPage.Figure> shown = new ArrayList<>();
        for (Change kind : Change.values()) {
            if (all.people(kind) > 0) {
                String list = ImpactLists.people(impact).with("change", kind).toString();
                shown.add(new ImpactPage.Figure(ImpactWords.of(kind), all.people(kind), list, ImpactWords.look(kind)));
            }
        }
        for (BatchChange kind : BatchChange.values()) {
            if (all.batches(kind) > 0) {
                Bilingual name = ImpactWords.of(kind);
                String list = ImpactLists.batches(impact).with("change", kind).toString();
                shown.add(new ImpactPage.Figure(
                        new Bilingual("批次 " + name.zh(), "batches " + name.en()), all.batches(kind), list, ""));
            }
        }
        return shown;
    }

    /** Asks for a preview of a version, compared with the one that decides. */
    Pages.Outcome ask(Frame frame, RulesetVersion version, Form form) throws SQLException {
        int from = CivilDay.ofDate(form.text("from"));
        int to = CivilDay.ofDate(form.text("to"));
        String market = form.text("market").isEmpty() ? null : form.text("market");
        Bilingual mistake = mistake(from, to);
        if (mistake != null) {
            PreviewForm again = form(version, form.text("from"), form.text("to"), market, mistake);
            return new Pages.Outcome.Shown(UNPROCESSABLE, Templates.previews(frame, again));
        }
        Policy policy = rulesets.policy(version.id());
        if (policy == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        Impact impact = impacting.request(policy, activePolicy.current(), from, to);
        if (impact == null) {
            throw new PageException(PageError.BUSY);
        }
        Market known = market == null ? null : people.markets().get(market);
        return new Pages.Outcome.GoOn(ImpactLists.page(impact)
                .with("market", known == null ? null : known.id())
                .toString());
    }

    private static @Nullable Bilingual mistake(int from, int to) {
        if (from == Days.NONE || to == Days.NONE) {
            return NO_DAY;
        }
        if (to < from) {
            return INVERTED;
        }
        return to - from >= ImpactQuestion.MOST_DAYS ? TOO_LONG : null;
    }
}
