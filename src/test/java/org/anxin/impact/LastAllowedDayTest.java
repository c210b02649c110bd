package org.anxin.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.policy.ShippedPolicy;
import org.anxin.testing.Absence;
import org.anxin.testing.Assignment;
import org.anxin.testing.Person;
import org.anxin.testing.Sample;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class LastAllowedDayTest {
    private static final Policy SHIPPED = ShippedPolicy.make();
    private static final int FROM = Days.of("2022-05-02");
    private static final int TO = Days.of("2022-05-15");
    private static final Assignment STAFF = farmers("M-01", "STAFF", "2022-01-01", Days.OPEN);

    private static Assignment farmers(String marketId, String category, String from, int to) {
        return new Assignment(marketId, "FARMERS", null, category, Days.of(from), to);
    }

    private static Person person(List<Assignment> assignments, Sample... samples) {
        return new Person("P", assignments, List.of(samples), List.of(), Days.NONE);
    }

    private static Sample negative(String day) {
        return new Sample(Days.of(day), "NEGATIVE");
    }

    private static Forecast forecast(Policy policy, Person person) {
        Demand demand = new Demand(FROM, TO);
        new LastAllowedDay(policy.testing()).follow(person, FROM, TO, null, demand);
        return demand.forecast(policy.ruleset().id());
    }

    /** Days of May 2022 on which the person is sampled. */
    private static List<Integer> days(Person person) {
        return days(forecast(SHIPPED, person).total());
    }

    private static List<Integer> days(int[] people) {
        return IntStream.range(0, people.length)
                .filter(i -> people[i] == 1)
                .mapToObj(i -> i + 2)
                .toList();
    }

    @Test
    void whoeverIsSampledOnTheLastDayIsSampledAtTheCadence() {
        assertThat(days(person(List.of(STAFF), negative("2022-05-01")))).containsExactly(4, 7, 10, 13);
    }

    @Test
    void whoeverIsOverdueOrDueOnTheFirstDayIsSampledThen() {
        assertThat(days(person(List.of(STAFF), negative("2022-04-01")))).containsExactly(2, 5, 8, 11, 14);
        assertThat(days(person(List.of(STAFF), negative("2022-04-29")))).containsExactly(2, 5, 8, 11, 14);
    }

    @Test
    void aPendingSampleOfTheDayBeforeCountsForOneDayMore() {
        Sample pending = new Sample(Days.of("2022-05-01"), "PENDING");
        assertThat(days(person(List.of(STAFF), negative("2022-04-29"), pending)))
                .containsExactly(3, 6, 9, 12, 15);
    }

    @Test
    void samplesTakenAfterTheFirstDayAreNotSeen() {
        assertThat(days(person(List.of(STAFF), negative("2022-05-01"), negative("2022-05-03"))))
                .containsExactly(4, 7, 10, 13);
    }

    @Test
    void whoeverIsAwayOwesNothingMeanwhile() {
        List<Absence> away = List.of(new Absence(Days.of("2022-05-03"), Days.of("2022-05-09")));
        Person person = new Person("P", List.of(STAFF), List.of(negative("2022-05-01")), away, Days.NONE);
        assertThat(days(person)).containsExactly(12, 15);
    }

    @Test
    void whoeverIsBlockedOwesNothingBeforeTheRelease() {
        Sample positive = new Sample(Days.of("2022-05-01"), "POSITIVE");
        Person blocked = person(List.of(STAFF), positive);
        assertThat(days(blocked)).isEmpty();
        Person released = new Person("P", List.of(STAFF), blocked.samples(), List.of(), Days.of("2022-05-08"));
        assertThat(days(released)).containsExactly(8, 11, 14);
    }

    @Test
    void aTemporaryWorkerIsSampledOnceAfterTheTask() {
        Assignment task = farmers("M-01", "TEMPORARY", "2022-04-20", Days.of("2022-05-05"));
        assertThat(days(person(List.of(task)))).containsExactly(6);
    }

    @Test
    void whoeverStartsLaterIsSampledFromThenOn() {
        assertThat(days(person(List.of(farmers("M-01", "STAFF", "2022-05-10", Days.OPEN)))))
                .containsExactly(12, 15);
    }

    @Test
    void aSampleOwedAtTwoMarketsCountsAtBothAndOnceInAll() {
        List<Assignment> two = List.of(STAFF, farmers("M-02", "STAFF", "2022-05-03", Days.OPEN));
        Forecast forecast = forecast(SHIPPED, person(two, negative("2022-05-01")));
        assertThat(days(forecast.total())).containsExactly(4, 7, 10, 13);
        assertThat(days(forecast.markets().get("M-01"))).containsExactly(4, 7, 10, 13);
        assertThat(days(forecast.markets().get("M-02"))).containsExactly(7, 10, 13);
    }

    @Test
    void whereNoSampleCountsEveryoneOwesOneEveryDay() {
        Policy nothingCounts =
                RuleTexts.shipped().with("testing/samples.drl", """
                        package rules.testing

                        rule "SA-NEG A negative sample counts only at first"
                            @title("阴性")
                            @directive("ANXIN-DEFAULTS")
                        when
                            $s : Sample( result == "NEGATIVE", daysAgo < 1 )
                        then
                            samples.count( $s );
                        end
                        """).policy();
        assertThat(nothingCounts.testing().countingResult()).isNull();
        List<Integer> everyDay =
                new ArrayList<>(IntStream.rangeClosed(2, 15).boxed().toList());
        assertThat(days(forecast(nothingCounts, person(List.of(STAFF))).total()))
                .isEqualTo(everyDay);
    }

    @Test
    void theResultThatMeetsWhatIsOwedIsTheNegativeOne() {
        assertThat(SHIPPED.testing().countingResult()).isEqualTo("NEGATIVE");
    }
}
