package org.anxin.pages;

import java.util.List;
import org.anxin.policy.Activation;
import org.anxin.policy.RulesetDiff;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a version of the rules shows.
 *
 * @param active number of the version that decides; 0 if it has none
 * @param today as forms write it
 * @param changes what it changes in the active one
 * @param fileChanges the same by file, line by line
 * @param rules the same by rule
 * @param mistakes what the check finds in it
 * @param obstacles how many of them forbid an approval
 * @param forms what may be done with it
 * @param preview what previews of it found, and the form for another
 * @param refusal why what was asked for was not done, and by which form; null unless it was not
 */
public record VersionPage(
        RulesPage.Version version,
        int active,
        String today,
        List<String> files,
        RulesetDiff changes,
        List<FileChange> fileChanges,
        List<RuleChange> rules,
        List<RulesPage.Mistaken> mistakes,
        int obstacles,
        List<Activation> activations,
        Forms forms,
        PreviewForm preview,
        @Nullable Refusal refusal) {

    /** Its number. */
    public int no() {
        return version.version().no();
    }

    private static final int SHORT = "sha256:".length() + 12;

    /** Its number as text. */
    public String noText() {
        return Integer.toString(no());
    }

    /** The number of the active version as text. */
    public String activeText() {
        return active == 0 ? "—" : Integer.toString(active);
    }

    /** The beginning of its id. */
    public String shortId() {
        return version.version().id().substring(0, SHORT) + "…";
    }

    /** The reason that was written into a form that was refused; empty in others. */
    public String written(String form) {
        return refusal != null && refusal.form().equals(form) ? refusal.reason() : "";
    }

    /** The day in the form of the activation. */
    public String writtenDay() {
        return refusal != null && !refusal.day().isEmpty() ? refusal.day() : today;
    }

    /** Address of a file of it. */
    public String file(String path) {
        return "/rules/versions/" + no() + "/files/" + path;
    }

    /** Whether this form was refused. */
    public boolean isRefused(String form) {
        return refusal != null && refusal.form().equals(form);
    }

    /** What may be done: approve it, put it into force, take it back. */
    public record Forms(boolean approve, boolean activate, boolean rollBack) {}

    /** A file that differs. */
    public record FileChange(String path, Bilingual kind, List<FilePage.Line> lines) {}

    /** A rule that says something else, in words. */
    public record RuleChange(
            String rule,
            Bilingual kind,
            List<Bilingual> parts,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * What was asked for, with the texts as they were written.
     *
     * @param form approve, activate or roll-back
     */
    public record Refusal(String form, Bilingual text, String reason, String day) {}
}
