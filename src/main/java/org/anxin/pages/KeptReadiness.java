package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.policy.Policy;
import org.anxin.readiness.NotReadyCounts;

/**
 * How many are not ready at each market, for pages. What was counted is kept for some twenty times as long as it took: of a
 * district hardly at all, of a province, whose rosters take seconds to read, for minutes.
 */
@Singleton
class KeptReadiness {
    private static final int TIMES = 20;
    private static final int MOST = 8;

    private final NotReadyCounts counts;
    private final Clock clock;
    private final Map<Question, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Question(String ruleset, int day) {}

    private record Kept(Map<String, Integer> counts, Instant until) {}

    KeptReadiness(NotReadyCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** By market; who asks while others are counted waits for it. */
    synchronized Map<String, Integer> of(Policy policy, int day) throws SQLException {
        Question question = new Question(policy.ruleset().id(), day);
        Instant begun = clock.instant();
        Kept known = kept.get(question);
        if (known != null && begun.isBefore(known.until())) {
            return known.counts();
        }
        Map<String, Integer> counted = new TreeMap<>(counts.of(day, policy));
        Instant ended = clock.instant();
        kept.put(
                question,
                new Kept(counted, ended.plus(Duration.between(begun, ended).multipliedBy(TIMES))));
        return counted;
    }
}
