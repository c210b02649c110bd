package org.anxin.testing;

import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/**
 * How often samples are owed (频次, SPEC section 3). {@code start} and {@code end} are the first day of the period, moved
 * by absences, and its last ({@link Days#OPEN} if it has none). Of the counted days only the first {@code seen} are
 * looked at, so that one can ask how things stood before a day.
 */
public sealed interface Cadence {

    /** Last day on which the next sample may be taken, or {@link Days#NONE} if nothing more is due. */
    int dueOn(int start, int end, CountedDays days, int seen);

    /** The latest sample that counts for it, or {@link Days#NONE}. */
    int lastCounted(int start, CountedDays days, int seen);

    /** It in words, for example "once every 3 days". */
    Bilingual text();

    /**
     * Once every n days (n天1次).
     *
     * @param n days, at least 1
     */
    record EveryDays(int n) implements Cadence {
        @Override
        public int dueOn(int start, int end, CountedDays days, int seen) {
            int last = days.last(start, seen);
            int due = last == Days.NONE ? start + n - 1 : last + n;
            return due > end ? Days.NONE : due;
        }

        @Override
        public int lastCounted(int start, CountedDays days, int seen) {
            return days.last(start, seen);
        }

        @Override
        public Bilingual text() {
            return new Bilingual("每" + n + "天1次", n == 1 ? "once a day" : "once every " + n + " days");
        }
    }

    /**
     * So many times a week, so many days apart (每周n次).
     *
     * @param n times, 1 to 7
     * @param gap days, at least 1
     */
    record PerWeek(int n, int gap) implements Cadence {
        @Override
        public int dueOn(int start, int end, CountedDays days, int seen) {
            Week week = week(start, days, seen);
            if (week.counted == 0) {
                return firstSlot(start, end);
            }
            int monday = Days.monday(week.latest);
            int weekEnd = Math.min(monday + 6, end);
            int missing = n - week.counted;
            int next = week.latest + gap;
            if (missing > 0 && next <= weekEnd) {
                int fit = (weekEnd - next) / gap + 1;
                return weekEnd - (Math.min(missing, fit) - 1) * gap;
            }
            return firstSlot(monday + 7, end);
        }

        /** The first slot of the week of {@code from}, counted from that day. */
        private int firstSlot(int from, int end) {
            if (from > end) {
                return Days.NONE;
            }
            int weekEnd = Math.min(Days.monday(from) + 6, end);
            return weekEnd - (Math.min(n, (weekEnd - from) / gap + 1) - 1) * gap;
        }

        @Override
        public int lastCounted(int start, CountedDays days, int seen) {
            return week(start, days, seen).latest;
        }

        /**
         * The week of the last sample.
         *
         * @param counted how many of its samples count
         * @param latest of those
         */
        private record Week(int counted, int latest) {}

        private Week week(int start, CountedDays days, int seen) {
            int last = days.last(start, seen);
            if (last == Days.NONE) {
                return new Week(0, Days.NONE);
            }
            int first = days.before(Math.max(Days.monday(last), start));
            int counted = 1;
            int latest = days.at(first);
            for (int i = first + 1; i < seen; i++) {
                if (days.at(i) - latest >= gap) {
                    latest = days.at(i);
                    counted++;
                }
            }
            return new Week(counted, latest);
        }

        @Override
        public Bilingual text() {
            return new Bilingual(
                    "每周" + n + "次，间隔" + gap + "天",
                    (n == 1 ? "once" : n == 2 ? "twice" : n + " times") + " a week, " + gap
                            + (gap == 1 ? " day apart" : " days apart"));
        }
    }

    /**
     * Once after the task ends (任务结束后1次). Its period runs from the task's last day without end.
     *
     * @param within days after the task's last day, at least 0
     */
    record AfterTask(int within) implements Cadence {
        @Override
        public int dueOn(int start, int end, CountedDays days, int seen) {
            return days.last(start, seen) == Days.NONE ? start + within : Days.NONE;
        }

        @Override
        public int lastCounted(int start, CountedDays days, int seen) {
            return days.last(start, seen);
        }

        @Override
        public Bilingual text() {
            return new Bilingual(
                    within == 0 ? "任务结束当天1次" : "任务结束后" + within + "天内1次",
                    within == 0
                            ? "once on the last day of the task"
                            : "once within " + within + (within == 1 ? " day" : " days") + " after the task");
        }
    }
}
