package org.anxin.impact;

import java.util.ArrayList;
import java.util.List;
import org.anxin.testing.Obligation;
import org.anxin.testing.Person;
import org.anxin.testing.PersonDecision;
import org.anxin.testing.Sample;
import org.anxin.testing.TestingPolicy;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Follows people who test on the last allowed day: day by day they are decided as on any day, and on a day on which a
 * sample is due or overdue they have one that counts. Whoever is blocked or away owes nothing meanwhile.
 */
final class LastAllowedDay {
    private final TestingPolicy policy;
    private final @Nullable String counting;

    LastAllowedDay(TestingPolicy policy) {
        this.policy = policy;
        this.counting = policy.countingResult();
    }

    /**
     * Adds what one person needs.
     *
     * @param from first day; samples taken later are not seen, as everywhere
     * @param to last day
     * @param onlyAt the only market that matters; null for all
     */
    void follow(Person person, int from, int to, @Nullable String onlyAt, Demand demand) {
        List<Sample> samples = new ArrayList<>(person.samples().size() + 8);
        for (Sample sample : person.samples()) {
            if (sample.takenOn() <= from) {
                samples.add(sample);
            }
        }
        // It sees the samples that are added below.
        Person tested = new Person(person.id(), person.assignments(), samples, person.absences(), person.releasedOn());
        for (int day = from; day <= to; day++) {
            PersonDecision decision = policy.decide(tested, day);
            if (decision.dueOn() == Days.NONE || decision.dueOn() > day) {
                continue;
            }
            List<String> markets = marketsOwed(decision, day, onlyAt);
            if (!markets.isEmpty()) {
                demand.add(day, markets);
            }
            if (counting != null) {
                samples.add(new Sample(day, counting));
            }
        }
    }

    /** The markets of what is due, each once. */
    private static List<String> marketsOwed(PersonDecision decision, int day, @Nullable String onlyAt) {
        List<String> markets = new ArrayList<>(2);
        for (Obligation obligation : decision.obligations()) {
            String marketId = obligation.assignment().marketId();
            boolean due = obligation.dueOn() != Days.NONE && obligation.dueOn() <= day;
            if (due && !markets.contains(marketId) && (onlyAt == null || onlyAt.equals(marketId))) {
                markets.add(marketId);
            }
        }
        return markets;
    }
}
