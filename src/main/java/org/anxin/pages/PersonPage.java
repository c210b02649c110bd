package org.anxin.pages;

import java.util.List;
import org.anxin.history.Event;
import org.anxin.sweep.Suspension;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a person shows.
 *
 * @param name masked
 * @param day as of which, as an epoch day
 * @param knownAt what was known then, as the form writes it; empty for all that is known now
 * @param sentence the status in a sentence
 * @param mark how the status looks
 * @param status in words
 * @param obligations those that are owed; empty where there are none
 * @param notes what the reader should know
 * @param version number of the rules that decided; 0 if they have none
 * @param events what happened, the latest first
 * @param standing where the person works, and what was done to be let in
 */
public record PersonPage(
        String id,
        String name,
        int day,
        String knownAt,
        Bilingual sentence,
        String mark,
        Bilingual status,
        List<Owed> obligations,
        List<Bilingual> notes,
        int version,
        List<Week> weeks,
        List<Happened> events,
        List<Stopped> suspensions,
        List<Away> absences,
        PersonStanding standing) {

    /** The days of the first week, for the heading of the calendar. */
    public List<Integer> weekdays() {
        return weeks.get(0).days().stream().map(Day::day).toList();
    }

    /**
     * An obligation.
     *
     * @param document title of the directive
     * @param explanation why it is due when it is
     */
    public record Owed(
            String rule,
            Bilingual title,
            String document,
            Bilingual documentTitle,
            PeopleList.Link market,
            Bilingual category,
            Bilingual cadence,
            int from,
            int to,
            int dueOn,
            String mark,
            Bilingual status,
            Bilingual explanation) {
        /** Whether its period has an end. */
        public boolean isEnding() {
            return to != Days.OPEN;
        }
    }

    /** A week of the calendar, Monday first. */
    public record Week(List<Day> days) {
        /** Its Monday. */
        public int monday() {
            return days.get(0).day();
        }
    }

    /**
     * A day of the calendar.
     *
     * @param look classes of its looks
     * @param marks what happened on it
     */
    public record Day(int day, String look, boolean now, List<Mark> marks) {}

    /** Something on a day: the class of its sign, and the words for it. */
    public record Mark(String sign, Bilingual text) {}

    /** Something that happened. */
    public record Happened(
            int day,
            String sign,
            Event.Kind kind,
            Bilingual text,
            @Nullable String detail) {}

    /**
     * A suspension.
     *
     * @param cause why it was lifted; null while it lasts
     */
    public record Stopped(
            Suspension suspension,
            Bilingual action,
            List<PeopleList.Reason> reasons,
            @Nullable Bilingual cause) {
        /** The run that lifted it; null while it lasts. */
        public Suspension.@Nullable Turn liftedBy() {
            return suspension.lifted();
        }
    }

    /** An absence; {@code to} is {@link Days#OPEN} while it lasts. */
    public record Away(int from, int to, @Nullable String reason) {
        /** Whether its last day is known. */
        public boolean isOver() {
            return to != Days.OPEN;
        }
    }
}
