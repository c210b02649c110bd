package org.anxin.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anxin.json.ErrorCode;
import org.anxin.policy.ActivePolicy;
import org.anxin.policy.ExamplePerson;
import org.anxin.policy.MistakeJson;
import org.anxin.policy.RuleGaps;
import org.anxin.rulebook.Ruleset;
import org.anxin.testing.Period;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/rulesets/directory/gaps}: what the rules that decide leave open or say twice on some days. */
@Path("/api/v1/rulesets/directory/gaps")
public class GapsResource {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int USUAL_DAYS = 30;

    private final ActivePolicy activePolicy;
    private final Clock clock;

    GapsResource(ActivePolicy activePolicy, Clock clock) {
        this.activePolicy = activePolicy;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param ruleset id of the ruleset looked at
     * @param from first day looked at
     * @param to last day looked at
     * @param complete false if the rules tell more kinds of people apart than were looked at
     * @param warnings what was found
     * @param more how many warnings there are beyond those
     */
    public record Answer(String ruleset, String from, String to, boolean complete, List<Entry> warnings, int more) {}

    /** A warning, and a person to try it with, if it is about people. */
    public record Entry(MistakeJson warning, @Nullable ExamplePerson example) {}

    /** Looks at the days from {@code from} (today) to {@code to} (29 days later), both included. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get(@Context HttpServerRequest http) {
        return answer(activePolicy.current().ruleset(), http, clock);
    }

    /** The same for any ruleset. */
    static Answer answer(Ruleset ruleset, HttpServerRequest http, Clock clock) {
        Period range = range(Parameters.of(http, FROM, TO), clock);
        RuleGaps gaps = RuleGaps.of(ruleset, range);
        return new Answer(
                ruleset.id(),
                Days.text(range.from()),
                Days.text(range.to()),
                gaps.complete(),
                gaps.warnings().stream().map(GapsResource::entry).toList(),
                gaps.more());
    }

    private static Period range(Parameters given, Clock clock) {
        int from = given.day(FROM);
        int first = from == Days.NONE ? (int) LocalDate.now(clock).toEpochDay() : from;
        int to = given.day(TO);
        int last = to == Days.NONE ? Math.min(Days.LAST, first + USUAL_DAYS - 1) : to;
        if (last < first) {
            throw ProblemException.parameter(TO, ErrorCode.TO_BEFORE_FROM);
        }
        if (last - first >= RuleGaps.MOST_DAYS) {
            throw ProblemException.parameter(TO, ErrorCode.DATE_OUT_OF_RANGE);
        }
        return new Period(first, last);
    }

    private static Entry entry(RuleGaps.Warning warning) {
        return new Entry(MistakeJson.of(warning.mistake()), warning.example());
    }
}
