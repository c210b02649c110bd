package org.anxin.pages;

import java.util.List;
import java.util.Map;
import org.anxin.registry.Market;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The form with which an inspector records a visit.
 *
 * @param markets those to choose from; empty once one is chosen
 * @param market the chosen one; null until then
 * @param id of the visit, so that sending the form twice records one visit
 * @param at as the field writes it
 * @param camera through which it was seen; empty for a visit on the spot
 * @param cameras of the market
 * @param items the checklist
 * @param remarks as they were written
 * @param kept photos of an attempt before
 * @param mistakes by field
 */
public record VisitFormPage(
        List<Market> markets,
        @Nullable Market market,
        String id,
        String at,
        String camera,
        List<Choice> cameras,
        List<Item> items,
        String remarks,
        List<String> kept,
        Map<String, Bilingual> mistakes) {

    /** What is wrong with a field; null if nothing is. */
    public @Nullable Bilingual mistake(String field) {
        return mistakes.get(field);
    }

    /** Whether something is wrong with a field. */
    public boolean isWrong(String field) {
        return mistakes.containsKey(field);
    }

    /** Something to choose. */
    public record Choice(String id, Bilingual name) {}

    /**
     * A line of the checklist.
     *
     * @param code of the word
     * @param name what is required
     * @param answer {@code met}, {@code failed}, or empty if it was not looked at
     * @param remark as it was written
     */
    public record Item(String code, Bilingual name, String answer, String remark) {
        /** What the field for the remark is called. */
        public String remarkField() {
            return "remark-" + code;
        }
    }
}
