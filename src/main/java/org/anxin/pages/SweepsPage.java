package org.anxin.pages;

import java.util.List;
import org.anxin.sweep.Sweep;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the page of runs shows.
 *
 * @param day in the form, as it was written
 * @param mistake what is wrong with it; null if nothing is
 * @param rows runs, the newest first
 * @param older address of the page after this one; null on the last
 */
public record SweepsPage(
        String day,
        @Nullable Bilingual mistake,
        List<Row> rows,
        @Nullable String older) {

    /** A run; its version is 0 if the ruleset has no number. */
    public record Row(Sweep sweep, Bilingual state, String mark, int version) {
        /** Where it is told in full. */
        public String address() {
            return "/sweeps/" + sweep.id();
        }
    }
}
