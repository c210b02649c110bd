package org.anxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.anxin.testing.Cadence.PerWeek;
import org.anxin.time.Days;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The weekly cadence against its meaning, tried out on every set of sample days in two weeks. The meaning: of all ways to
 * take as many of the missing samples as still fit into the week, the due date is the latest day on which one can begin.
 * Days 0 to 13 are two weeks from a Monday on; sets of days are bits.
 */
class WeeklySlotsTest {
    private static final int MONDAY = Days.of("2022-05-02");
    private static final int NONE = -1;
    private static final int[] ENDS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 17, 20, 99};

    /** The meaning of "k times a week, g days apart" by trying everything. */
    private static final class Meaning {
        private final int k;
        private final boolean[] spaced = new boolean[1 << 7];

        Meaning(int k, int gap) {
            this.k = k;
            for (int days = 0; days < spaced.length; days++) {
                spaced[days] = true;
                for (int apart = 1; apart < gap; apart++) {
                    spaced[days] &= (days & days >> apart) == 0;
                }
            }
        }

        /** Most days of a set that are spaced. */
        int counted(int days) {
            int most = 0;
            for (int some = days; some > 0; some = (some - 1) & days) {
                most = spaced[some] ? Math.max(most, Integer.bitCount(some)) : most;
            }
            return most;
        }

        /** Of the ways to count that many days of a set, the last day of the one that ends first. */
        int lastCounted(int days) {
            int most = counted(days);
            int last = 7;
            for (int some = days; some > 0; some = (some - 1) & days) {
                if (spaced[some] && Integer.bitCount(some) == most) {
                    last = Math.min(last, highest(some));
                }
            }
            return last;
        }

        /**
         * Of the ways to take as many of {@code missing} samples as fit into the days of a week from {@code from} to
         * {@code end}, on top of one taken on {@code before}, the latest first day.
         */
        int latestBeginning(int missing, int before, int from, int end) {
            int most = 0;
            int latest = NONE;
            for (int some = 1; some < spaced.length; some++) {
                int together = before == NONE ? some : some | 1 << before;
                int size = Integer.bitCount(some);
                boolean fits = Integer.numberOfTrailingZeros(some) >= from && highest(some) <= end;
                if (fits && spaced[together] && size <= missing && size >= most) {
                    latest = size > most ? NONE : latest;
                    most = size;
                    latest = Math.max(latest, Integer.numberOfTrailingZeros(some));
                }
            }
            return latest;
        }

        /**
         * The due date, or NONE.
         *
         * @param days the days sampled, none before start or after end
         */
        int due(int start, int end, int days) {
            if (days == 0) {
                int week = start / 7;
                return inWeek(week, latestBeginning(k, NONE, start % 7, Math.min(6, end - 7 * week)));
            }
            int week = highest(days) / 7;
            int ofWeek = days >> 7 * week & 127;
            int last = lastCounted(ofWeek);
            int due = latestBeginning(k - counted(ofWeek), last, last + 1, Math.min(6, end - 7 * week));
            return due != NONE
                    ? inWeek(week, due)
                    : inWeek(week + 1, latestBeginning(k, NONE, 0, Math.min(6, end - 7 * (week + 1))));
        }

        private static int inWeek(int week, int day) {
            return day == NONE ? NONE : 7 * week + day;
        }

        private static int highest(int days) {
            return 31 - Integer.numberOfLeadingZeros(days);
        }
    }

    @ParameterizedTest(name = "{0} times a week, {1} days apart")
    @CsvSource({"1, 1", "1, 2", "1, 3", "2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3", "4, 1", "4, 2", "4, 3"})
    void theDueDateIsTheLatestThatLeavesRoomForAllThatStillFits(int k, int gap) {
        PerWeek cadence = new PerWeek(k, gap);
        Meaning meaning = new Meaning(k, gap);
        for (int days = 0; days < 1 << 14; days++) {
            CountedDays counted = counted(days);
            for (int start = 0; start < 7; start++) {
                int since = days >> start << start;
                for (int end : ENDS) {
                    if (end >= start && days >> end + 1 == 0 | end > 13) {
                        int due = day(cadence.dueOn(MONDAY + start, end(end), counted, counted.size()));
                        int meant = meaning.due(start, end, since);
                        if (due != meant) {
                            assertThat(due)
                                    .as("from %d to %d, sampled on %s", start, end, Integer.toBinaryString(days))
                                    .isEqualTo(meant);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} times a week, {1} days apart")
    @CsvSource({"1, 1", "1, 3", "2, 1", "2, 2", "2, 3", "3, 1", "3, 2", "3, 3", "4, 1", "7, 1"})
    void whoeverIsSampledOnEveryDueDayIsSampledSoOftenInEveryFullWeek(int k, int gap) {
        PerWeek cadence = new PerWeek(k, gap);
        for (int start = 0; start < 7; start++) {
            CountedDays counted = new CountedDays(40);
            int[] inWeek = new int[4];
            int due = cadence.dueOn(MONDAY + start, Days.OPEN, counted, 0);
            while (due < MONDAY + 28) {
                inWeek[(due - MONDAY) / 7]++;
                counted.add(due);
                int next = cadence.dueOn(MONDAY + start, Days.OPEN, counted, counted.size());
                assertThat(next).isGreaterThan(due);
                due = next;
            }
            assertThat(inWeek[0]).isEqualTo(Math.min(k, (6 - start) / gap + 1));
            assertThat(inWeek[1]).isEqualTo(k).isEqualTo(inWeek[2]).isEqualTo(inWeek[3]);
        }
    }

    private static int end(int end) {
        return end == 99 ? Days.OPEN : MONDAY + end;
    }

    private static int day(int day) {
        return day == Days.NONE ? NONE : day - MONDAY;
    }

    private static CountedDays counted(int days) {
        CountedDays counted = new CountedDays(14);
        for (int day = 0; day < 14; day++) {
            if ((days >> day & 1) == 1) {
                counted.add(MONDAY + day);
            }
        }
        return counted;
    }
}
