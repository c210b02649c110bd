package org.anxin.pages;

import java.util.List;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of people.
 *
 * @param id of the part of the page that it is
 * @param title what list it is
 * @param total how many people are on it
 * @param first number of the first one on this page, from 1
 * @param rows those on this page
 * @param tabs other lists in its place
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 * @param byRun whether a run found them, so that there are a status and reasons
 * @param heading of every printed page; null if the list is not printed by itself
 */
public record PeopleList(
        String id,
        Bilingual title,
        int total,
        int first,
        List<Row> rows,
        List<Tab> tabs,
        @Nullable String previous,
        @Nullable String next,
        boolean byRun,
        @Nullable Bilingual heading) {

    /** The number of the last one on this page. */
    public int last() {
        return first + rows.size() - 1;
    }

    /** The same as a part of its page of its own, with this heading where it is printed. */
    PeopleList issued(String part, Bilingual printed) {
        return new PeopleList(part, title, total, first, rows, tabs, previous, next, byRun, printed);
    }

    /**
     * One person.
     *
     * @param address of the person's page
     * @param name masked
     * @param mark how the status looks: over, today, tom, stop or ok
     * @param status null if a run found nothing
     * @param categories of the person's work there
     */
    public record Row(
            String id,
            String address,
            String name,
            String mark,
            @Nullable Bilingual status,
            int dueOn,
            int lastSampled,
            List<Link> markets,
            List<Bilingual> categories,
            List<Reason> reasons) {

        /** Whether anything is due. */
        public boolean isDue() {
            return dueOn != Days.NONE;
        }

        /** Whether the person was ever sampled. */
        public boolean wasSampled() {
            return lastSampled != Days.NONE;
        }
    }

    /** A link to a record with a name. */
    public record Link(String name, String address) {}

    /** A rule that caused what follows. */
    public record Reason(String id, Bilingual title, String address) {}

    /** Another list. */
    public record Tab(Bilingual title, int count, String address, boolean current) {}
}
