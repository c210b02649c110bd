package org.anxin.history;

import java.util.Comparator;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person.
 *
 * @param day on which, as an epoch day
 * @param kind what
 * @param text what, in words
 * @param details by name, in the order in which they are told: text, or a list of texts
 */
public record Event(int day, Kind kind, Bilingual text, Map<String, @Nullable Object> details) {
    /** By day; on one day what begins comes first, and what ends last. Whatever is equal keeps the order it was read in. */
    static final Comparator<Event> IN_ORDER =
            Comparator.comparingInt(Event::day).thenComparing(Event::kind);

    /** What can happen, in the order of a day. */
    public enum Kind {
        ASSIGNMENT_BEGAN,
        ABSENCE_BEGAN,
        OBLIGATION_BEGAN,
        SAMPLED,
        RELEASED,
        OVERDUE,
        WARNED,
        SUSPENDED,
        LIFTED,
        OBLIGATION_ENDED,
        ABSENCE_ENDED,
        ASSIGNMENT_ENDED
    }
}
