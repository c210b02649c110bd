package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
}
