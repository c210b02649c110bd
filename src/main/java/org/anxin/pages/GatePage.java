package org.anxin.pages;

import java.util.List;
import org.anxin.admission.Lot;
import org.jspecify.annotations.Nullable;

/**
 * What the check at the gate shows.
 *
 * @param asked whether a code was read
 * @param day of the check, as an epoch day
 * @param found what it stands for; null if there is no such pass
 */
public record GatePage(
        boolean asked, int day, int today, @Nullable Found found) {

    /** Whether the check is for another day than today. */
    public boolean isOtherDay() {
        return day != today;
    }

    /**
     * A pass.
     *
     * @param worth null if it cannot be decided
     */
    public record Found(
            PassPage.@Nullable Worth worth,
            String batchId,
            @Nullable String goods,
            @Nullable String operatorId,
            @Nullable String market,
            List<Lot> lots) {
        /** Whether the goods may enter. */
        public boolean isValid() {
            return worth != null && worth.valid();
        }

        /** Whether they are recalled. */
        public boolean isRecalled() {
            return worth != null && worth.recalled();
        }
    }
}
