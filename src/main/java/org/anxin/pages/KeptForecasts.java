package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anxin.impact.DemandForecast;
import org.anxin.impact.Forecast;
import org.anxin.policy.Policy;

/**
 * Forecasts for pages. One is kept for some twenty times as long as it took to make: of a district hardly at all, of a
 * province, whose people take seconds to follow, for minutes.
 */
@Singleton
class KeptForecasts {
    private static final int TIMES = 20;
    private static final int MOST = 8;

    private final DemandForecast forecasts;
    private final Clock clock;
    private final Map<Question, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > MOST;
        }
    };

    private final Map<Whom, KeptPeople> people = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Whom, KeptPeople> eldest) {
            return size() > MOST;
        }
    };

    private record Whom(String ruleset, int from, int day, String market) {}

    private record KeptPeople(List<Long> people, Instant until) {}

    private record Question(String ruleset, int from, int to) {}

    private record Kept(Forecast forecast, Instant until) {}

    KeptForecasts(DemandForecast forecasts, Clock clock) {
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /** The demand of all markets; who asks while one is made waits for it. */
    synchronized Forecast of(Policy policy, int from, int to) throws SQLException {
        Question question = new Question(policy.ruleset().id(), from, to);
        Instant begun = clock.instant();
        Kept known = kept.get(question);
        if (known != null && begun.isBefore(known.until())) {
            return known.forecast();
        }
        Forecast made = Objects.requireNonNull(forecasts.of(policy, from, to, null));
        Instant ended = clock.instant();
        kept.put(
                question,
                new Kept(made, ended.plus(Duration.between(begun, ended).multipliedBy(TIMES))));
        return made;
    }

    /** The numbers of those whom a forecast from {@code from} counts at a market on a day. */
    List<Long> people(Policy policy, int from, int day, String market) throws SQLException {
        Whom whom = new Whom(policy.ruleset().id(), from, day, market);
        Instant begun = clock.instant();
        synchronized (people) {
            KeptPeople known = people.get(whom);
            if (known != null && begun.isBefore(known.until())) {
                return known.people();
            }
        }
        List<Long> made = forecasts.people(policy, from, day, market);
        Instant ended = clock.instant();
        synchronized (people) {
            people.put(
                    whom,
                    new KeptPeople(
                            made, ended.plus(Duration.between(begun, ended).multipliedBy(TIMES))));
        }
        return made;
    }
}
