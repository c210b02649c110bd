package org.anxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.anxin.testing.Cadence.AfterTask;
import org.anxin.testing.Cadence.EveryDays;
import org.anxin.testing.Cadence.PerWeek;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of every boundary of each cadence. 7 March 2022 was a Monday; days are written as days of that month. */
class CadenceTest {
    private static final int FIRST = Days.of("2022-03-01") - 1;
    private static final EveryDays EVERY_3 = new EveryDays(3);
    private static final PerWeek TWICE = new PerWeek(2, 2);
    private static final AfterTask WITHIN_1 = new AfterTask(1);

    private static int march(int day) {
        return FIRST + day;
    }

    private static CountedDays sampled(String days) {
        CountedDays counted = new CountedDays(10);
        if (!days.isBlank()) {
            for (String day : days.split(" ")) {
                counted.add(march(Integer.parseInt(day)));
            }
        }
        return counted;
    }

    /** The day of March that it is due on; 0 if nothing is. */
    private static int due(Cadence cadence, int start, int end, String days) {
        CountedDays counted = sampled(days);
        return day(cadence.dueOn(march(start), end == 0 ? Days.OPEN : march(end), counted, counted.size()));
    }

    private static int lastCounted(Cadence cadence, int start, String days) {
        CountedDays counted = sampled(days);
        return day(cadence.lastCounted(march(start), counted, counted.size()));
    }

    private static int day(int day) {
        return day == Days.NONE ? 0 : day - FIRST;
    }

    @ParameterizedTest(name = "from {0} to {1}, sampled on {2}: due on {3}")
    @CsvSource({
        "7, 0, '', 9",
        "7, 9, '', 9",
        "7, 8, '', 0",
        "7, 0, '7', 10",
        "7, 0, '6', 9",
        "7, 0, '6 8', 11",
        "7, 11, '6 8', 11",
        "7, 10, '6 8', 0",
        "7, 0, '8 20', 23",
    })
    void everyThreeDaysIsDueThreeDaysAfterTheLastSampleSinceTheStart(int start, int end, String days, int due) {
        assertThat(due(EVERY_3, start, end, days)).isEqualTo(due);
    }

    @Test
    void everyDayIsDueOnTheFirstDayAndThenTheDayAfterEachSample() {
        assertThat(due(new EveryDays(1), 7, 0, "")).isEqualTo(7);
        assertThat(due(new EveryDays(1), 7, 0, "7")).isEqualTo(8);
        assertThat(due(new EveryDays(1), 7, 7, "7")).isZero();
    }

    @ParameterizedTest(name = "from {0} to {1}, sampled on {2}: due on {3}")
    @CsvSource({
        // A full week's slots are Friday and Sunday.
        "7, 0, '', 11",
        "7, 0, '7', 13",
        "7, 0, '11', 13",
        "7, 0, '7 9', 18",
        "7, 0, '7 8', 13",
        "7, 0, '7 8 9', 18",
        // From Saturday on there is no day left that is two days later.
        "7, 0, '12', 18",
        "7, 0, '13', 18",
        "7, 0, '13 14', 20",
        // Joining during the week.
        "11, 0, '', 11",
        "12, 0, '', 13",
        "13, 0, '', 13",
        "11, 0, '10', 11",
        // The period's end cuts the week.
        "7, 8, '', 8",
        "7, 9, '', 7",
        "7, 9, '7', 9",
        "7, 8, '7', 0",
        "7, 14, '7 9', 14",
        "7, 16, '7 9', 14",
        "7, 13, '7 9', 0",
    })
    void twiceAWeekIsDueOnTheLatestDayThatLeavesRoomForTheRest(int start, int end, String days, int due) {
        assertThat(due(TWICE, start, end, days)).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} times, {1} apart, sampled on {2}: due on {3}")
    @CsvSource({
        "1, 1, '', 13",
        "1, 1, '7', 20",
        "1, 6, '13', 20",
        "7, 1, '', 7",
        "7, 1, '7 8 9', 10",
        "7, 1, '7 9', 10",
        "3, 3, '', 7",
        "3, 3, '7', 10",
        "3, 3, '8', 13",
        "3, 3, '10', 13",
        "3, 3, '11', 14",
        "2, 6, '7', 13",
        "2, 6, '8', 14",
    })
    void otherNumbersAWeek(int n, int gap, String days, int due) {
        assertThat(due(new PerWeek(n, gap), 7, 0, days)).isEqualTo(due);
    }

    @Test
    void aWeekRunsAcrossTheYearsEnd() {
        CountedDays counted = new CountedDays(1);
        counted.add(Days.of("2020-12-31"));
        // Week 53 of 2020 ends on Sunday, 3 January 2021.
        assertThat(TWICE.dueOn(Days.of("2020-12-01"), Days.OPEN, counted, 1)).isEqualTo(Days.of("2021-01-03"));
    }

    @ParameterizedTest(name = "task ends on {0}, sampled on {1}: due on {2}")
    @CsvSource({"10, '', 11", "10, '9', 11", "10, '10', 0", "10, '20', 0"})
    void afterATaskOneSampleOnItsLastDayOrLaterIsEnoughForGood(int end, String days, int due) {
        assertThat(due(WITHIN_1, end, 0, days)).isEqualTo(due);
    }

    @Test
    void withinNoDayMeansOnTheLastDay() {
        assertThat(due(new AfterTask(0), 10, 0, "")).isEqualTo(10);
    }

    @Test
    void theLastCountedSampleIsTheLatestSinceTheStart() {
        assertThat(lastCounted(EVERY_3, 7, "6 8 12")).isEqualTo(12);
        assertThat(lastCounted(EVERY_3, 7, "7")).isEqualTo(7);
        assertThat(lastCounted(EVERY_3, 7, "6")).isZero();
        assertThat(lastCounted(WITHIN_1, 7, "6 8")).isEqualTo(8);
        assertThat(lastCounted(WITHIN_1, 7, "6")).isZero();
    }

    @Test
    void theLastCountedSampleOfAWeekIsTheLastThatIsFarEnoughFromTheOneBefore() {
        assertThat(lastCounted(TWICE, 1, "7 8")).isEqualTo(7);
        assertThat(lastCounted(TWICE, 1, "7 8 9")).isEqualTo(9);
        assertThat(lastCounted(TWICE, 8, "7 8 9")).isEqualTo(8);
        assertThat(lastCounted(TWICE, 1, "6 7")).isEqualTo(7);
        assertThat(lastCounted(TWICE, 8, "7")).isZero();
    }

    @Test
    void onlyTheFirstSamplesAreSeenWhenOneAsksHowThingsStoodBefore() {
        CountedDays counted = sampled("7 9 15");
        assertThat(day(EVERY_3.dueOn(march(7), Days.OPEN, counted, 2))).isEqualTo(12);
        assertThat(day(EVERY_3.dueOn(march(7), Days.OPEN, counted, 0))).isEqualTo(9);
        assertThat(day(TWICE.dueOn(march(7), Days.OPEN, counted, 1))).isEqualTo(13);
        assertThat(day(TWICE.lastCounted(march(7), counted, 2))).isEqualTo(9);
        assertThat(day(WITHIN_1.dueOn(march(8), Days.OPEN, counted, 1))).isEqualTo(9);
    }
}
