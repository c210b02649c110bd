package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.anxin.history.Event;
import org.anxin.history.Timeline;
import org.anxin.history.Timelines;
import org.anxin.policy.Policy;
import org.anxin.registry.Undecidable;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/people/{id}/timeline}: what happened to a person until a day. */
@Path("/api/v1/people/{id}/timeline")
public class TimelineResource {
    private static final int LONGEST_PAGE = 10_000;
    private static final int USUAL_PAGE = 1_000;

    private final Timelines timelines;
    private final NamedRulesets rulesets;
    private final Clock clock;
    private final ZoneId zone;

    TimelineResource(Timelines timelines, NamedRulesets rulesets, Clock clock, AnxinConfig config) {
        this.timelines = timelines;
        this.rulesets = rulesets;
        this.clock = clock;
        this.zone = config.zone();
    }

    /**
     * The answer.
     *
     * @param knownAt null if all that is known now is shown
     * @param ruleset whose obligations are shown
     * @param undecidable why there are none; null if they are there
     * @param next value of {@code after} for the next page; null on the last one
     */
    public record Answer(
            String personId,
            String asOf,
            @Nullable Instant knownAt,
            String ruleset,
            @Nullable Reason undecidable,
            List<Entry> events,
            @Nullable String next) {}

    /** Why the facts cannot be decided. */
    public record Reason(String code, Bilingual message) {}

    /** One event; what the details are depends on its kind. */
    public record Entry(String date, Event.Kind kind, Bilingual text, Map<String, @Nullable Object> details) {}

    /** In order of day. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get(@PathParam("id") String personId, @Context HttpServerRequest http) throws SQLException {
        Parameters query = Parameters.of(http, "asOf", "knownAt", "ruleset", "limit", "after");
        int asOf = query.dayOrToday("asOf", clock);
        Instant knownAt = query.moment("knownAt");
        int limit = query.count("limit", USUAL_PAGE, LONGEST_PAGE);
        int from = query.count("after", 0, Integer.MAX_VALUE);
        Policy policy = rulesets.named(query.text("ruleset"), asOf);
        Timeline timeline = timelines.of(Parameters.requireId("id", personId), asOf, knownAt, policy, zone);
        if (timeline == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        List<Event> all = timeline.events();
        int begin = Math.min(from, all.size());
        int end = (int) Math.min(all.size(), (long) begin + limit);
        return new Answer(
                personId,
                Days.text(asOf),
                knownAt,
                policy.ruleset().id(),
                reason(timeline.undecidable()),
                all.subList(begin, end).stream().map(TimelineResource::entry).toList(),
                end < all.size() ? Integer.toString(end) : null);
    }

    private static @Nullable Reason reason(@Nullable Undecidable undecidable) {
        return undecidable == null ? null : new Reason(undecidable.name(), undecidable.message());
    }

    private static Entry entry(Event event) {
        return new Entry(Days.text(event.day()), event.kind(), event.text(), event.details());
    }
}
