package org.anxin.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.anxin.visits.StoredFinding;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a patrol.
 *
 * @param finding as it stands
 * @param name of the item that failed
 * @param marketName of the market
 * @param ruleTitle of the rule that made it
 * @param directive of the rule; null where it is no longer known
 * @param version of the rules that made it; 0 if it has none
 * @param steps its history, the earliest first
 * @param photos of the visit
 * @param written what was written into the form
 * @param kept photos of an attempt before
 * @param mistakes by field
 */
public record FindingPage(
        StoredFinding finding,
        Bilingual name,
        String marketName,
        String mark,
        Bilingual state,
        Bilingual ruleTitle,
        @Nullable Directive directive,
        int version,
        List<Step> steps,
        List<String> photos,
        Written written,
        List<String> kept,
        Map<String, Bilingual> mistakes) {

    /** Whether it was rectified. */
    public boolean isRectified() {
        return finding.rectification() != null;
    }

    /** What is wrong with a field; null if nothing is. */
    public @Nullable Bilingual mistake(String field) {
        return mistakes.get(field);
    }

    /** Whether something is wrong with a field. */
    public boolean isWrong(String field) {
        return mistakes.containsKey(field);
    }

    /** What the form to rectify it says. */
    public record Written(String at, String proof) {}

    /**
     * Something that happened to it.
     *
     * @param at when; null where only the day is known
     * @param day as an epoch day
     * @param detail null if there is none
     */
    public record Step(
            @Nullable Instant at,
            int day,
            String mark,
            Bilingual text,
            @Nullable Bilingual detail,
            @Nullable String address) {}
}
