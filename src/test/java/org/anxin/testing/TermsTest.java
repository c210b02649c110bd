package org.anxin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anxin.rulebook.PhraseException;
import org.anxin.time.Days;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final int APRIL = Days.of("2022-04-01") - 1;
    private static final Terms ALWAYS = CadencePhrases.every(3).days();
    private static final Terms FIRST_WEEK = ALWAYS.from(APRIL + 1).to(APRIL + 7);

    private static Period april(int from, int to) {
        return new Period(APRIL + from, APRIL + to);
    }

    private static void refused(ThrowingCallable phrase, String message) {
        assertThatExceptionOfType(PhraseException.class).isThrownBy(phrase).withMessageContaining(message);
    }

    @Test
    void withoutAWindowTheyAreInForceAlways() {
        assertThat(ALWAYS.windows()).containsExactly(Period.ALWAYS);
    }

    @Test
    void aWindowMayHaveOneEndOnlyAndItsEndsComeInAnyOrder() {
        assertThat(ALWAYS.from(APRIL + 1).windows()).containsExactly(new Period(APRIL + 1, Days.OPEN));
        assertThat(ALWAYS.to(APRIL + 7).windows()).containsExactly(new Period(Days.NONE, APRIL + 7));
        assertThat(ALWAYS.to(APRIL + 7).from(APRIL + 1)).isEqualTo(FIRST_WEEK);
        assertThat(FIRST_WEEK.windows()).containsExactly(april(1, 7));
    }

    @Test
    void aWindowOfOneDayIsAWindowAndOneThatEndsBeforeItBeginsIsNot() {
        assertThat(ALWAYS.from(APRIL + 1).to(APRIL + 1).windows()).containsExactly(april(1, 1));
        refused(
                () -> ALWAYS.from(APRIL + 2).to(APRIL + 1),
                "The last day, 1 April 2022, is before the first, 2 April 2022");
        refused(
                () -> ALWAYS.to(APRIL + 1).from(APRIL + 2),
                "The last day, 1 April 2022, is before the first, 2 April 2022");
    }

    @Test
    void eachEndIsSaidOnce() {
        refused(() -> FIRST_WEEK.from(APRIL + 2), "from is said twice");
        refused(() -> FIRST_WEEK.to(APRIL + 6), "to is said twice");
    }

    @Test
    void anExceptedDayCutsTheWindowInTwo() {
        assertThat(FIRST_WEEK.except(APRIL + 3).windows()).containsExactly(april(1, 2), april(4, 7));
        assertThat(ALWAYS.except(APRIL + 3).windows())
                .containsExactly(new Period(Days.NONE, APRIL + 2), new Period(APRIL + 4, Days.OPEN));
    }

    @Test
    void anExceptionAtAnEndShortensTheWindowAndMayReachBeyondIt() {
        assertThat(FIRST_WEEK.except(APRIL + 1).windows()).containsExactly(april(2, 7));
        assertThat(FIRST_WEEK.except(APRIL + 7).windows()).containsExactly(april(1, 6));
        assertThat(FIRST_WEEK.except(APRIL - 3, APRIL + 2).windows()).containsExactly(april(3, 7));
        assertThat(FIRST_WEEK.except(APRIL + 6, APRIL + 9).windows()).containsExactly(april(1, 5));
    }

    @Test
    void exceptionsOutsideTheWindowAreRefusedInWhicheverOrderTheyAreSaid() {
        refused(() -> FIRST_WEEK.except(APRIL), "outside the window");
        refused(() -> FIRST_WEEK.except(APRIL + 8), "outside the window");
        refused(() -> ALWAYS.except(APRIL + 8).to(APRIL + 7), "outside the window");
        refused(() -> ALWAYS.except(APRIL).from(APRIL + 1), "outside the window");
    }

    @Test
    void exceptionsThatLeaveNothingAreRefusedAndOneDayLeftIsEnough() {
        assertThat(FIRST_WEEK.except(APRIL + 2, APRIL + 7).windows()).containsExactly(april(1, 1));
        refused(() -> FIRST_WEEK.except(APRIL + 2, APRIL + 7).except(APRIL + 1), "leave no day");
        refused(() -> ALWAYS.except(APRIL + 1, APRIL + 7).from(APRIL + 1).to(APRIL + 7), "leave no day");
        refused(() -> FIRST_WEEK.except(APRIL + 3, APRIL + 2), "is before the first");
    }

    @Property
    void thePiecesHoldEveryDayThatIsNotExceptedWhateverTheOrderOfTheExceptions(
            @ForAll @Size(max = 5) List<@IntRange(min = 2, max = 20) Integer> from,
            @ForAll @IntRange(max = 6) int length) {
        Terms terms = ALWAYS.from(APRIL + 1).to(APRIL + 30);
        for (int day : from) {
            terms = terms.except(APRIL + day, APRIL + day + length);
        }
        List<Period> windows = terms.windows();
        for (int day = 0; day <= 31; day++) {
            int each = day;
            boolean excepted = from.stream().anyMatch(first -> first <= each && each <= first + length);
            boolean inForce = windows.stream().anyMatch(window -> window.contains(APRIL + each));
            assertThat(inForce).isEqualTo(1 <= day && day <= 30 && !excepted);
        }
        assertThat(IntStream.range(1, windows.size()).mapToObj(i -> Tuple.of(windows.get(i - 1), windows.get(i))))
                .as("in order, with a day between them")
                .allMatch(pair -> pair.get1().to() + 1 < pair.get2().from());
    }
}
