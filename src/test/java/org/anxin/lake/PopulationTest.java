package org.anxin.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.anxin.policy.Policy;
import org.anxin.policy.ShippedPolicy;
import org.anxin.registry.StoredPerson;
import org.anxin.sweep.Deciding;
import org.anxin.testing.Assignment;
import org.anxin.testing.Sample;
import org.anxin.testing.Status;
import org.anxin.time.Days;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int DAY = Days.of("2022-04-07");
    private static final Population PEOPLE = new Population(20_000, DAY, 1);

    private static List<StoredPerson> all(Population population) {
        return LongStream.rangeClosed(1, population.people())
                .mapToObj(population::person)
                .toList();
    }

    @Test
    void aPersonFollowsFromNumberAndSeedAlone() {
        assertThat(PEOPLE.person(7)).isEqualTo(new Population(20_000, DAY, 1).person(7));
        assertThat(PEOPLE.person(7).facts())
                .isNotEqualTo(new Population(20_000, DAY, 2).person(7).facts());
    }

    @Test
    void theLargestMarketHasManyTimesThePeopleOfTheSmallest() {
        Map<String, Integer> sizes = new HashMap<>();
        all(PEOPLE)
                .forEach(person ->
                        sizes.merge(person.facts().assignments().get(0).marketId(), 1, Integer::sum));
        assertThat(sizes).hasSize((int) PEOPLE.markets());
        int largest = sizes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        int smallest = sizes.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
        assertThat(largest).isGreaterThan(7 * smallest);
    }

    @Test
    void everybodyCanBeStored() {
        for (StoredPerson person : all(PEOPLE)) {
            List<Assignment> assignments = person.facts().assignments();
            assertThat(person.operatorIds()).hasSameSizeAs(assignments);
            assertThat(new HashSet<>(assignments)).hasSameSizeAs(assignments);
            assertThat(person.facts().samples())
                    .extracting(Sample::takenOn)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(day -> day <= DAY);
        }
    }

    @Test
    void thereIsEveryStatusAndElevenSamplesEach() {
        Policy policy = ShippedPolicy.make();
        Deciding deciding = new Deciding(policy);
        Map<Status, Integer> found = new HashMap<>();
        int samples = 0;
        for (StoredPerson person : all(PEOPLE)) {
            samples += person.facts().samples().size();
            found.merge(((Deciding.Decided) deciding.of(person, DAY)).finding().status(), 1, Integer::sum);
        }
        assertThat(found.keySet()).containsExactlyInAnyOrder(Status.values());
        assertThat(samples / (double) PEOPLE.people()).isBetween(10.8, 11.2);
    }
}
