package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.anxin.impact.DemandForecast;
import org.anxin.impact.Forecast;
import org.anxin.json.ErrorCode;
import org.anxin.policy.Policy;
import org.anxin.time.Days;

/** {@code GET /api/v1/forecast}: how many people of each market must be sampled on each day. */
@Path("/api/v1/forecast")
public class ForecastResource {
    private static final int USUAL_DAYS = 7;

    /** Each keeps two threads busy. */
    private static final int MOST_AT_A_TIME = 2;

    private final DemandForecast forecasts;
    private final NamedRulesets rulesets;
    private final Clock clock;
    private final Semaphore running = new Semaphore(MOST_AT_A_TIME);

    ForecastResource(DemandForecast forecasts, NamedRulesets rulesets, Clock clock) {
        this.forecasts = forecasts;
        this.rulesets = rulesets;
        this.clock = clock;
    }

    /** For the days asked about, a week from today where none are. */
    @GET
    @Blocking
    public Response get(@Context RoutingContext routing) throws SQLException {
        Parameters query = Parameters.of(routing.request(), "from", "to", "market", "ruleset", "format");
        TableFormat format = TableFormat.of(routing, query.text("format"));
        int from = query.dayOrToday("from", clock);
        int named = query.day("to");
        int to = named == Days.NONE ? Math.min(Days.LAST, from + USUAL_DAYS - 1) : named;
        check(from, to);
        Policy policy = rulesets.named(query.text("ruleset"), from);
        ForecastAnswer answer = new ForecastAnswer(forecast(policy, from, to, query));
        Response.ResponseBuilder response = Response.ok(answer.bytes(format))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-Ruleset", policy.ruleset().id());
        if (format != TableFormat.JSON) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, answer.table().disposition(format.ending()));
        }
        return response.build();
    }

    private static void check(int from, int to) {
        if (to < from) {
            throw ProblemException.parameter("to", ErrorCode.TO_BEFORE_FROM);
        }
        if (to - from >= DemandForecast.MOST_DAYS) {
            throw ProblemException.parameter("to", ErrorCode.RANGE_TOO_LONG, DemandForecast.MOST_DAYS);
        }
    }

    private Forecast forecast(Policy policy, int from, int to, Parameters query) throws SQLException {
        if (!running.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            Forecast forecast = forecasts.of(policy, from, to, query.id("market"));
            if (forecast == null) {
                throw ProblemException.parameter("market", ErrorCode.UNKNOWN_REFERENCE);
            }
            return forecast;
        } finally {
            running.release();
        }
    }
}
