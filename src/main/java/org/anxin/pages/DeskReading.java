package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.anxin.policy.Activation;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.DirectoryState;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RuleChecks;
import org.anxin.policy.RuleGaps;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.StoredRulesets;
import org.anxin.policy.Timetable;
import org.anxin.policy.VersionState;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Period;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the policy desk shows. */
@Singleton
class DeskReading {
    private static final int MOST_VERSIONS = 10;
    private static final int MOST_ACTIVATIONS = 50;

    private final ActivePolicy activePolicy;
    private final Versions versions;
    private final StoredRulesets rulesets;
    private final RuleChecks checks;
    private final Pages pages;
    private volatile @Nullable Cards cards;

    DeskReading(ActivePolicy activePolicy, Versions versions, StoredRulesets rulesets, RuleChecks checks, Pages pages) {
        this.activePolicy = activePolicy;
        this.versions = versions;
        this.rulesets = rulesets;
        this.checks = checks;
        this.pages = pages;
    }

    /** What the check says of these files; fails with a {@link PageException} where too many are being checked. */
    PolicyCheck.Result check(RuleFiles files) {
        PolicyCheck.Result result = checks.of(files);
        if (result == null) {
            throw new PageException(PageError.BUSY);
        }
        return result;
    }

    /** Every mistake and warning in files that were perhaps checked before; fails likewise. */
    List<Mistake> mistakes(RuleFiles files) {
        List<Mistake> mistakes = checks.mistakes(files);
        if (mistakes == null) {
            throw new PageException(PageError.BUSY);
        }
        return mistakes;
    }

    /** The cards of a version, which never change. */
    private record Cards(String id, int version, List<RulesPage.Group> groups) {}

    private List<RulesPage.Group> cards(Ruleset ruleset, int version) {
        Cards known = cards;
        if (known == null || !known.id().equals(ruleset.id()) || known.version() != version) {
            known = new Cards(ruleset.id(), version, RuleCards.groups(ruleset, version));
            cards = known;
        }
        return known.groups();
    }

    /**
     * The rules that decide.
     *
     * @param kind of rules, the name of a folder; empty for all
     * @param text that they say; empty for all
     */
    RulesPage rules(String kind, String text) throws SQLException {
        Ruleset active = activePolicy.current().ruleset();
        DirectoryState directory = activePolicy.state();
        int number = number(active.id());
        Timetable timetable = versions.timetable();
        List<RulesPage.Version> all = versions.latest(Integer.MAX_VALUE, MOST_VERSIONS).stream()
                .map(version -> version(version, timetable))
                .toList();
        List<RulesPage.Group> groups = RuleCards.chosen(cards(active, number), kind, text);
        return new RulesPage(
                number,
                active.id(),
                directory.live(),
                RuleCards.mistakes(directory.mistakes(), number),
                text,
                RuleCards.kinds(kind),
                active.rules().size(),
                groups.stream().mapToInt(group -> group.cards().size()).sum(),
                groups,
                all,
                newest(timetable.activations()));
    }

    /** The last of these activations, the newest first. */
    static List<Activation> newest(List<Activation> activations) {
        List<Activation> newest = new ArrayList<>(activations);
        Collections.reverse(newest);
        return newest.subList(0, Math.min(MOST_ACTIVATIONS, newest.size()));
    }

    /** The number of the version that decides now; 0 if it has none. */
    int activeNumber() throws SQLException {
        return number(activePolicy.current().ruleset().id());
    }

    /** The number of the version with this content; 0 if it has none. */
    int number(String id) throws SQLException {
        RulesetVersion version = versions.find(id);
        return version == null ? 0 : version.no();
    }

    /** How a version stands. */
    RulesPage.Version version(RulesetVersion version, Timetable timetable) {
        VersionState state = timetable.state(version, pages.today());
        Activation standing = timetable.standing(version.no(), pages.today());
        int from = standing == null ? Days.NONE : standing.effectiveFrom();
        Bilingual name = switch (state) {
            case DRAFT -> new Bilingual("草稿", "Draft");
            case APPROVED ->
                standing == null ? new Bilingual("已批准", "Approved") : new Bilingual("已批准，待生效", "Approved, scheduled");
            case ACTIVE -> new Bilingual("有效", "In force");
            case RETIRED -> new Bilingual("已停用", "Retired");
        };
        String mark = switch (state) {
            case DRAFT -> "today";
            case APPROVED -> "tom";
            case ACTIVE -> "fine";
            case RETIRED -> "plain";
        };
        return new RulesPage.Version(version, state, name, mark, from);
    }

    /** The version of a number. */
    RulesetVersion found(String number) throws SQLException {
        RulesetVersion version = versions.find(Query.requireNumber(number));
        if (version == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return version;
    }

    /** The ruleset of a version. */
    Ruleset ruleset(RulesetVersion version) throws SQLException {
        Policy active = activePolicy.current();
        if (active.ruleset().id().equals(version.id())) {
            return active.ruleset();
        }
        Policy stored = rulesets.policy(version.id());
        if (stored == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return stored.ruleset();
    }

    /** A file of a version. */
    FilePage file(RulesetVersion version, String path) throws SQLException {
        Ruleset ruleset = ruleset(version);
        List<Mistake> mistakes = mistakes(ruleset.files()).stream()
                .filter(mistake -> mistake.at().file().equals(path))
                .toList();
        List<FilePage.Line> lines = new ArrayList<>();
        for (String line : text(ruleset, path).lines().toList()) {
            String look = line.strip().startsWith("//") || line.strip().startsWith("#") ? "comment" : "";
            lines.add(new FilePage.Line(lines.size() + 1, line, look));
        }
        return new FilePage(version.no(), path, lines, RuleCards.mistakes(mistakes, version.no()));
    }

    /** The text of a file that a version has. */
    static String text(Ruleset ruleset, String path) {
        Map<String, String> texts = ruleset.files().texts();
        String text = texts.get(path);
        if (text == null) {
            throw new PageException(PageError.NOT_FOUND);
        }
        return text;
    }

    /** What a version leaves open or says twice on the days from one to another. */
    GapsPage gaps(RulesetVersion version, int from, int to) throws SQLException {
        if (to < from || to - from >= RuleGaps.MOST_DAYS) {
            throw new PageException(PageError.BAD_ADDRESS);
        }
        RuleGaps gaps = RuleGaps.of(ruleset(version), new Period(from, to));
        return new GapsPage(
                version.no(),
                Days.text(from),
                Days.text(to),
                RuleCards.mistakes(
                        gaps.warnings().stream().map(RuleGaps.Warning::mistake).toList(), version.no()),
                gaps.more(),
                gaps.complete());
    }

    /** The version that decides now. */
    RulesetVersion active() throws SQLException {
        RulesetVersion version = versions.find(activePolicy.current().ruleset().id());
        if (version == null) {
            throw new PageException(PageError.UNAVAILABLE);
        }
        return version;
    }
}
