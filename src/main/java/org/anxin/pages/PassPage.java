package org.anxin.pages;

import java.util.List;
import org.anxin.desk.QrCode;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the printed pass shows.
 *
 * @param code null if the batch was never admitted
 * @param qr of the code; null likewise
 * @param worth what it is worth today; null likewise, or if it cannot be decided
 */
public record PassPage(
        BatchPage batch,
        @Nullable String code,
        @Nullable QrCode qr,
        @Nullable Worth worth) {

    /** What a pass is worth on a day. */
    public record Worth(boolean valid, int asOf, int validUntil, List<Bilingual> reasons, boolean recalled) {
        /** Whether a document gives a last day. */
        public boolean isEnding() {
            return validUntil != Days.NONE;
        }
    }

    /** The code in groups, for whoever has to type it. */
    public String shownCode() {
        return code == null ? "" : code.replaceAll("(.{6})(?=.)", "$1 ");
    }
}
