package org.anxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.SessionPerPerson;
import org.anxin.testing.Status;
import org.junit.jupiter.api.Test;

/** The policy against the same rules written by hand from the specification. */
class HandWrittenTestingTest {
    private static final int PEOPLE = 200_000;
    private static final Policy POLICY = RuleTexts.shipped().policy();
    private static final HandWrittenTesting BY_HAND = new HandWrittenTesting(POLICY.ruleset());

    /** Every day around the emergency, year ends with and without a week 53, and leap days. */
    private static int[] days() {
        IntStream april = around("2022-04-08", 25);
        IntStream others = Stream.of("2020-12-31", "2022-01-01", "2024-02-29", "2000-02-29", "2900-02-28", "1969-12-31")
                .flatMapToInt(day -> around(day, 4));
        return IntStream.concat(april, others).toArray();
    }

    private static IntStream around(String day, int reach) {
        int middle = (int) LocalDate.parse(day).toEpochDay();
        return IntStream.rangeClosed(middle - reach, middle + reach);
    }

    @Test
    void twoHundredThousandPeopleAreDecidedAlikeByTheRulesAndByHand() {
        Random random = new Random(20220407);
        int[] days = days();
        Map<Status, Integer> met = new EnumMap<>(Status.class);
        for (int i = 0; i < PEOPLE; i++) {
            int asOf = days[i % days.length];
            Person person = Populations.hard("P-" + i, asOf, random);
            PersonDecision decision = POLICY.testing().decide(person, asOf);
            if (!decision.equals(BY_HAND.decide(person, asOf))) {
                assertThat(decision).as("%s as of %d", person, asOf).isEqualTo(BY_HAND.decide(person, asOf));
            }
            met.merge(decision.status(), 1, Integer::sum);
        }
        assertThat(met).as("every status is met often").hasSize(Status.values().length);
        assertThat(met.values()).allMatch(times -> times > PEOPLE / 100);
    }

    @Test
    void aSessionPerPersonDecidesAlikeToo() {
        SessionPerPerson sessions = new SessionPerPerson(POLICY.ruleset());
        Random random = new Random(7);
        int[] days = days();
        for (int i = 0; i < 2000; i++) {
            int asOf = days[i % days.length];
            Person person = Populations.hard("P-" + i, asOf, random);
            assertThat(sessions.decide(person, asOf))
                    .as("%s as of %d", person, asOf)
                    .isEqualTo(BY_HAND.decide(person, asOf));
        }
    }

    @Test
    void ordinaryPeopleAreDecidedAlikeByTheRulesAndByHand() {
        for (int asOf : days()) {
            List<Person> people = Populations.ordinary(100, asOf, asOf);
            assertThat(people)
                    .allSatisfy(person ->
                            assertThat(POLICY.testing().decide(person, asOf)).isEqualTo(BY_HAND.decide(person, asOf)));
        }
    }
}
