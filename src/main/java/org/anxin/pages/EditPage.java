package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the editor shows: a rule file, and the cases beside it.
 *
 * @param base number of the version that is changed
 * @param active number of the version that decides; 0 if it has none
 * @param path of the rule file
 * @param text as it was written
 * @param cases path of the case file; null if the file is one itself
 * @param casesText as it was written
 * @param reason as it was written
 * @param isChecked whether the texts were checked
 * @param isGood whether they could decide
 * @param mistakes what the check found, in these files first
 * @param refusal why the draft was not stored; null unless it was refused
 */
public record EditPage(
        int base,
        int active,
        String path,
        String text,
        @Nullable String cases,
        String casesText,
        String reason,
        boolean isChecked,
        boolean isGood,
        List<RulesPage.Mistaken> mistakes,
        @Nullable Bilingual refusal) {

    private static final int LEAST_ROWS = 12;
    private static final int MOST_ROWS = 40;

    /** The number of the base as text. */
    public String baseText() {
        return Integer.toString(base);
    }

    /** Whether there is an error in this file. */
    public boolean fatalIn(String file) {
        return mistakesIn(file).stream().anyMatch(RulesPage.Mistaken::fatal);
    }

    /** Height of the field of the rules. */
    public int rows() {
        return height(text);
    }

    /** Height of the field of the cases. */
    public int casesRows() {
        return height(casesText);
    }

    private static int height(String text) {
        return (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, text.lines().count() + 1));
    }

    /** Whether the reason is what is wrong. */
    public boolean isReasonMissing() {
        return isChecked && refusal != null && (reason.isBlank() || reason.length() > 200);
    }

    /** Those of the mistakes that are in this file. */
    public List<RulesPage.Mistaken> mistakesIn(String file) {
        return mistakes.stream().filter(mistake -> mistake.file().equals(file)).toList();
    }

    /** Those of the mistakes that are in neither file. */
    public List<RulesPage.Mistaken> mistakesElsewhere() {
        return mistakes.stream()
                .filter(mistake ->
                        !mistake.file().equals(path) && !mistake.file().equals(cases))
                .toList();
    }
}
