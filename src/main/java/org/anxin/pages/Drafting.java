package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.policy.Policy;
import org.anxin.policy.PolicyCheck;
import org.anxin.policy.RulesetVersion;
import org.anxin.policy.Versions;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Ruleset;
import org.anxin.security.Caller;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Edits of rule files: they are checked as a whole, and stored as drafts. What was written is never lost. */
@Singleton
class Drafting {
    private static final int LONGEST_REASON = 200;
    private static final int UNPROCESSABLE = 422;
    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";

    private static final Bilingual REASON_MISSING =
            new Bilingual("请写明理由（1 至 200 字）。", "Say why, in 1 to 200 characters.");
    private static final Bilingual MISTAKES = new Bilingual(
            "规则文件有误，未保存。请按下列说明改正；您写的内容都在。",
            "The rule files have mistakes and were not stored. Correct them as told; your text is all here.");
    private static final Bilingual SAME =
            new Bilingual("与原版本相同，没有可保存的改动。", "Nothing differs from the version; there is nothing to store.");

    private final DeskReading desk;
    private final Versions versions;

    Drafting(DeskReading desk, Versions versions) {
        this.desk = desk;
        this.versions = versions;
    }

    /** The editor with a file of a version, and the cases beside it. */
    EditPage begin(RulesetVersion base, String path) throws SQLException {
        Ruleset ruleset = desk.ruleset(base);
        String cases = cases(path);
        String casesText = cases == null ? "" : ruleset.files().texts().getOrDefault(cases, "");
        return new EditPage(
                base.no(),
                desk.activeNumber(),
                path,
                DeskReading.text(ruleset, path),
                cases,
                casesText,
                "",
                false,
                true,
                List.of(),
                null);
    }

    /** The case file beside a rule file; null beside others. */
    private static @Nullable String cases(String path) {
        return path.endsWith(RULES) ? path.substring(0, path.length() - RULES.length()) + CASES : null;
    }

    /** Checks what was written; stores it as a draft if that was asked for and nothing forbids it. */
    Pages.Outcome edited(Frame frame, RulesetVersion base, String path, Form form) throws SQLException {
        Ruleset before = desk.ruleset(base);
        DeskReading.text(before, path);
        RuleFiles files = files(before, path, form);
        PolicyCheck.Result result = desk.check(files);
        Policy policy = result.policy();
        String reason = form.text("reason");
        Bilingual refusal =
                policy == null ? MISTAKES : refusal(form, reason, files.id().equals(before.id()));
        if (policy != null && refusal == null && form.text("do").equals("save")) {
            int number = versions.draft(policy, Caller.current().actor(), reason)
                    .version()
                    .no();
            return new Pages.Outcome.GoOn("/rules/versions/" + number);
        }
        EditPage page = new EditPage(
                base.no(),
                desk.activeNumber(),
                path,
                form.raw("text"),
                cases(path),
                form.raw("cases"),
                form.raw("reason"),
                true,
                policy != null,
                RuleCards.mistakes(inOrder(result.mistakes(), path), base.no()),
                refusal);
        int status = refusal == null ? Pages.OK : UNPROCESSABLE;
        return new Pages.Outcome.Shown(status, Templates.edit(frame, page));
    }

    private static @Nullable Bilingual refusal(Form form, String reason, boolean isSame) {
        if (!form.text("do").equals("save")) {
            return null;
        }
        if (isSame) {
            return SAME;
        }
        return reason.isEmpty() || reason.length() > LONGEST_REASON ? REASON_MISSING : null;
    }

    /** Errors before warnings, the file that was edited before others. */
    private static List<Mistake> inOrder(List<Mistake> mistakes, String path) {
        List<Mistake> sorted = new ArrayList<>(mistakes);
        sorted.sort(Comparator.comparing((Mistake mistake) -> !mistake.fatal())
                .thenComparing(mistake -> !mistake.at().file().equals(path))
                .thenComparing(Mistake::at));
        return sorted;
    }

    private static RuleFiles files(Ruleset before, String path, Form form) {
        Map<String, String> texts = new TreeMap<>(before.files().texts());
        texts.put(path, ending(form.raw("text"), texts.get(path)));
        String cases = cases(path);
        if (cases != null) {
            String text = ending(form.raw("cases"), texts.get(cases));
            if (text.isBlank()) {
                texts.remove(cases);
            } else {
                texts.put(cases, text);
            }
        }
        return RuleFiles.of(texts);
    }

    /** Browsers leave out a first line end of a field and editors forget the last: neither is a change of the rules. */
    private static String ending(String text, @Nullable String before) {
        return before != null && before.equals(text + "\n") ? before : text;
    }
}
