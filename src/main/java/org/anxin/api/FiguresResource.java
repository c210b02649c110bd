package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.anxin.desk.BatchFigures;
import org.anxin.onboarding.Tally;
import org.anxin.policy.Policy;
import org.anxin.readiness.DistrictFigures;
import org.anxin.readiness.Figures;
import org.anxin.time.Days;
import org.anxin.visits.PatrolFigures;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/figures}: the district in numbers. */
@Path("/api/v1/figures")
public class FiguresResource {
    private final DistrictFigures figures;
    private final NamedRulesets rulesets;
    private final DistrictTurns turns;
    private final Clock clock;

    FiguresResource(DistrictFigures figures, NamedRulesets rulesets, DistrictTurns turns, Clock clock) {
        this.figures = figures;
        this.rulesets = rulesets;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param ruleset by which readiness and gaps in patrol are decided
     * @param tests null if no sweep for the day is completed
     */
    public record Answer(
            String asOf,
            String ruleset,
            int markets,
            Tally operators,
            Tally staff,
            List<Figures.OfType> byMarketType,
            Map<String, Integer> byCategory,
            int unassigned,
            Figures.@Nullable Tests tests,
            BatchFigures batches,
            PatrolFigures checks) {}

    /** For the day asked about, today where none is. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    public Answer get(@Context HttpServerRequest http) throws SQLException {
        Parameters query = Parameters.of(http, "asOf", "ruleset");
        int asOf = query.dayOrToday("asOf", clock);
        Policy policy = rulesets.named(query.text("ruleset"), asOf);
        Figures found = turns.take(() -> figures.of(asOf, policy));
        return new Answer(
                Days.text(asOf),
                policy.ruleset().id(),
                found.markets(),
                found.operators(),
                found.staff(),
                found.byMarketType(),
                found.byCategory(),
                found.unassigned(),
                found.tests(),
                found.batches(),
                found.checks());
    }
}
