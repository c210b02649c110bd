package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A form that changes a rule, or writes a new one after its pattern.
 *
 * @param base number of the version that is changed
 * @param isNew whether a rule is added, and this one stays as it is
 * @param address where the rule stands
 * @param source the rule as it is written now
 * @param groups of fields
 * @param reason as it was written
 * @param reasonMistake what is wrong with it; null if nothing is
 * @param refusal why the draft was not stored; null unless it was refused
 * @param outcome what the change comes to; null as long as it was not asked for, or a field is wrong
 */
public record ChangePage(
        int base,
        boolean isNew,
        String rule,
        Bilingual title,
        String file,
        String address,
        String source,
        List<Group> groups,
        String reason,
        @Nullable Bilingual reasonMistake,
        @Nullable Bilingual refusal,
        @Nullable Outcome outcome) {

    /** The number of the base as text. */
    public String baseText() {
        return Integer.toString(base);
    }

    /** Where the form goes. */
    public String action() {
        return isNew ? "/rules/change/new" : "/rules/change";
    }

    /** Fields that belong together. */
    public record Group(
            String id, Bilingual title, @Nullable Bilingual hint, List<Input> inputs) {}

    /**
     * A field.
     *
     * @param type number, date, text or choice
     * @param value as it was written, or as it stands in the rule
     * @param original as it stands in the rule; empty for what it does not have
     * @param choices of a choice
     * @param mistake what is wrong with it; null if nothing is
     */
    public record Input(
            String name,
            Bilingual label,
            String type,
            String value,
            String original,
            List<Choice> choices,
            @Nullable Bilingual mistake) {

        /** Whether it is one of several to choose from. */
        public boolean isChoice() {
            return type.equals("choice");
        }

        /** Whether it holds a sentence. */
        public boolean isText() {
            return type.equals("text");
        }

        Input with(Bilingual wrong) {
            return new Input(name, label, type, value, original, choices, wrong);
        }
    }

    /** One to choose. */
    public record Choice(String code, Bilingual name, boolean chosen) {}

    /**
     * What a change comes to.
     *
     * @param files that differ, as a diff
     * @param mistakes that the check finds
     * @param isGood whether the rules could decide
     * @param obstacles how many of the mistakes forbid an approval
     * @param editing where the editor takes over
     * @param text of the rule file after the change
     * @param cases of the case file beside it
     */
    public record Outcome(
            List<VersionPage.FileChange> files,
            List<RulesPage.Mistaken> mistakes,
            boolean isGood,
            int obstacles,
            String editing,
            String text,
            String cases) {}
}
