package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a declaration shows.
 *
 * @param markets to choose from
 * @param refusal why it was refused as a whole; null if a field says so, or nothing is wrong
 */
public record DeclarePage(
        FilledForm form,
        LotLines lots,
        List<BatchesPage.Choice> markets,
        @Nullable Bilingual refusal) {

    /** Whether anything is wrong. */
    public boolean isRefused() {
        return refusal != null || form.isRefused();
    }
}
