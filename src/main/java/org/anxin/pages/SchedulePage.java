package org.anxin.pages;

import java.util.List;
import org.anxin.policy.Activation;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What is in force when, and how that came about.
 *
 * @param today as an epoch day
 * @param periods the earliest first
 * @param blocks of the drawing
 * @param now where today is in the drawing, of a thousand
 * @param events who put which version into force, the newest first
 * @param newer address of the page of newer events; null on the first
 * @param older likewise
 * @param versions the newest first
 * @param olderVersions address of the next page of them; null on the last
 */
public record SchedulePage(
        int today,
        List<Period> periods,
        List<Block> blocks,
        int now,
        List<Event> events,
        @Nullable String newer,
        @Nullable String older,
        List<RulesPage.Version> versions,
        @Nullable String olderVersions) {

    /**
     * Days on which one version is in force.
     *
     * @param from {@link Days#FIRST} or earlier where it always was
     * @param to {@link Days#OPEN} where nothing follows
     * @param when how far away that is, in words
     * @param mark how it looks
     * @param isComing whether it begins after today
     * @param mayBeCancelled whether something stands behind it
     */
    public record Period(
            Activation activation,
            int from,
            int to,
            Bilingual when,
            String mark,
            boolean isComing,
            boolean mayBeCancelled) {
        /** The number of the version as text. */
        public String versionText() {
            return Integer.toString(activation.version());
        }

        /** Whether a day was named from which on it is in force. */
        public boolean isBegun() {
            return from > Days.FIRST;
        }

        /** Whether another version follows. */
        public boolean isEnding() {
            return to != Days.OPEN;
        }
    }

    /** A period in the drawing, from a place to a place of a thousand. */
    public record Block(int version, int left, int width, String look) {
        /** The middle, where its number is written. */
        public int middle() {
            return left + width / 2;
        }
    }

    /** Somebody put a version into force. */
    public record Event(Activation activation, Bilingual kind) {}
}
