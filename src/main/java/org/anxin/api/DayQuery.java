package org.anxin.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.anxin.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about stored markets.
 *
 * @param asOf epoch day
 * @param knownAt what was known then; null for what is known now
 * @param policy by which is decided
 * @param format to answer in
 * @param limit most entries on the page
 * @param after the {@code next} of the page before; null for the first page
 */
record DayQuery(
        int asOf,
        @Nullable Instant knownAt,
        Policy policy,
        TableFormat format,
        int limit,
        @Nullable String after) {
    private static final int LONGEST_PAGE = 10_000;

    /** Reads what is asked. */
    @Singleton
    static final class Reader {
        private final NamedRulesets rulesets;
        private final Clock clock;

        Reader(NamedRulesets rulesets, Clock clock) {
            this.rulesets = rulesets;
            this.clock = clock;
        }

        /** Of a list with pages. */
        DayQuery page(RoutingContext routing) throws SQLException {
            return read(routing, "limit", "after");
        }

        /** Of an answer as a whole. */
        DayQuery whole(RoutingContext routing) throws SQLException {
            return read(routing);
        }

        private DayQuery read(RoutingContext routing, String... further) throws SQLException {
            String[] known = Stream.concat(Stream.of("asOf", "knownAt", "ruleset", "format"), Stream.of(further))
                    .toArray(String[]::new);
            Parameters query = Parameters.of(routing.request(), known);
            TableFormat format = TableFormat.of(routing, query.text("format"));
            int asOf = query.dayOrToday("asOf", clock);
            return new DayQuery(
                    asOf,
                    query.moment("knownAt"),
                    rulesets.named(query.text("ruleset"), asOf),
                    format,
                    query.count("limit", Integer.MAX_VALUE, LONGEST_PAGE),
                    query.text("after"));
        }
    }
}
