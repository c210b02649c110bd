package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a document shows.
 *
 * @param batch what it is added to
 * @param type empty as long as none is chosen
 * @param types to choose from
 * @param title of the type; null as long as none is chosen
 * @param corrected the document whose place it takes; null if it takes none's
 * @param first fields that documents of the type usually carry
 * @param more further fields
 * @param lots null if documents of the type list none
 * @param results to choose from
 * @param kept hash of a file that was handed in with a refused form; empty if none was
 */
public record DocumentPage(
        BatchPage batch,
        String type,
        List<BatchesPage.Choice> types,
        @Nullable Bilingual title,
        BatchPage.@Nullable Doc corrected,
        List<Field> first,
        List<Field> more,
        @Nullable LotLines lots,
        List<BatchesPage.Choice> results,
        FilledForm form,
        String kept,
        @Nullable Bilingual refusal) {

    /** Whether anything is wrong. */
    public boolean isRefused() {
        return refusal != null || form.isRefused();
    }

    /** Whether further fields are filled in or wrong. */
    public boolean isMoreOpen() {
        return more.stream()
                .anyMatch(field ->
                        form.isWrong(field.name()) || !form.value(field.name()).isBlank());
    }

    /**
     * A field.
     *
     * @param kind of input: text, date or choice
     */
    public record Field(String name, Bilingual label, String kind) {
        /** Whether it holds a day. */
        public boolean isDay() {
            return kind.equals("date");
        }

        /** Whether something is chosen from a list. */
        public boolean isChoice() {
            return kind.equals("choice");
        }
    }
}
