package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.anxin.policy.Activation;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.Approvals;
import org.anxin.policy.RulesetDiff;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Timetable;
import org.anxin.policy.VersionState;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.Ruleset;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a version of the rules shows. */
@Singleton
class VersionReading {
    private final DeskReading desk;
    private final ActivePolicy activePolicy;
    private final Versions versions;
    private final Previews previews;
    private final Pages pages;

    VersionReading(DeskReading desk, ActivePolicy activePolicy, Versions versions, Previews previews, Pages pages) {
        this.desk = desk;
        this.activePolicy = activePolicy;
        this.versions = versions;
        this.previews = previews;
        this.pages = pages;
    }

    /** A version in full. */
    VersionPage of(RulesetVersion version, VersionPage.@Nullable Refusal refusal) throws SQLException {
        Ruleset ruleset = desk.ruleset(version);
        Ruleset active = activePolicy.current().ruleset();
        List<Mistake> mistakes = desk.mistakes(ruleset.files());
        List<Mistake> obstacles = Approvals.obstacles(mistakes);
        Timetable timetable = versions.timetable();
        RulesPage.Version shown = desk.version(version, timetable);
        RulesetDiff changes = RulesetDiff.of(active, ruleset);
        Activation standing = timetable.standing(version.no(), pages.today());
        return new VersionPage(
                shown,
                desk.number(active.id()),
                Days.text(pages.today()),
                List.copyOf(ruleset.files().texts().keySet()),
                changes,
                changes.files().stream().map(VersionReading::change).toList(),
                changes.rules().stream().map(VersionReading::change).toList(),
                RuleCards.mistakes(mistakes, version.no()),
                obstacles.size(),
                DeskReading.newest(timetable.activations().stream()
                        .filter(activation -> activation.version() == version.no())
                        .toList()),
                new VersionPage.Forms(
                        shown.state() == VersionState.DRAFT && obstacles.isEmpty(),
                        version.approval() != null && shown.state() != VersionState.ACTIVE,
                        standing != null && standing.fallsBackTo() != null),
                previews.form(version),
                refusal);
    }

    private static VersionPage.RuleChange change(RulesetDiff.RuleChange change) {
        RulesetDiff.Place before = change.before();
        RulesetDiff.Place after = change.after();
        return new VersionPage.RuleChange(
                change.rule(),
                kind(change.kind()),
                change.parts().stream().map(VersionReading::part).toList(),
                before == null ? null : before.text(),
                after == null ? null : after.text());
    }

    /** A file that differs, line by line. */
    static VersionPage.FileChange change(RulesetDiff.FileChange change) {
        List<FilePage.Line> lines = new ArrayList<>();
        for (String line : change.lines()) {
            lines.add(new FilePage.Line(lines.size() + 1, line, look(line)));
        }
        return new VersionPage.FileChange(change.path(), kind(change.kind()), lines);
    }

    private static String look(String line) {
        if (line.startsWith("@@") || line.startsWith("---") || line.startsWith("+++")) {
            return "hunk";
        }
        return line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "";
    }

    /** What became of a file or rule, in words. */
    static Bilingual kind(RulesetDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> new Bilingual("新增", "added");
            case REMOVED -> new Bilingual("删去", "removed");
            case CHANGED -> new Bilingual("改动", "changed");
        };
    }

    private static Bilingual part(RulesetDiff.Part part) {
        return switch (part) {
            case CONDITION -> new Bilingual("适用对象", "whom it concerns");
            case CADENCE -> new Bilingual("频次", "cadence");
            case WINDOW -> new Bilingual("施行期间", "window");
            case CONSEQUENCE -> new Bilingual("后果", "what follows");
            case TITLE -> new Bilingual("名称", "title");
            case DIRECTIVE -> new Bilingual("依据文件", "directive");
        };
    }
}
