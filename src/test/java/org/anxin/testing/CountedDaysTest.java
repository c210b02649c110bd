package org.anxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anxin.time.Days;

class CountedDaysTest {

    private static CountedDays counted(List<Integer> days) {
        CountedDays counted = new CountedDays(days.size());
        days.forEach(counted::add);
        return counted;
    }

    @Property
    void daysAddedInAnyOrderAreInOrderAndEachOnce(
            @ForAll @Size(max = 12) List<@IntRange(min = -5, max = 15) Integer> days) {
        CountedDays counted = counted(days);
        assertThat(IntStream.range(0, counted.size()).mapToObj(counted::at))
                .containsExactlyElementsOf(new TreeSet<>(days));
    }

    @Property
    void aDayIsContainedIfItWasAdded(
            @ForAll @Size(max = 12) List<@IntRange(min = -5, max = 15) Integer> days,
            @ForAll @IntRange(min = -5, max = 15) int day) {
        assertThat(counted(days).contains(day)).isEqualTo(days.contains(day));
    }

    @Property
    void theDaysBeforeADayAreThoseThatAreEarlier(
            @ForAll @Size(max = 12) List<@IntRange(min = -5, max = 15) Integer> days,
            @ForAll @IntRange(min = -5, max = 15) int day) {
        assertThat(counted(days).before(day))
                .isEqualTo(new TreeSet<>(days).headSet(day).size());
    }

    @Property
    void theLastOfTheDaysSeenIsNoneIfItLiesBeforeTheStart(
            @ForAll @Size(max = 12) List<@IntRange(min = -5, max = 15) Integer> days,
            @ForAll @IntRange(min = -5, max = 15) int start,
            @ForAll @IntRange(min = -5, max = 15) int before) {
        CountedDays counted = counted(days);
        Integer last = new TreeSet<>(days).headSet(before).isEmpty()
                ? null
                : new TreeSet<>(days).headSet(before).last();
        assertThat(counted.last(start, counted.before(before)))
                .isEqualTo(last == null || last < start ? Days.NONE : last);
    }
}
