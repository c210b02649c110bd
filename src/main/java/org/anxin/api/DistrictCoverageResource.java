package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.anxin.readiness.MarketCoverage;
import org.anxin.readiness.Readiness;

/** {@code GET /api/v1/coverage}: how many of each market are registered, activated, signed, ready. */
@Path("/api/v1/coverage")
public class DistrictCoverageResource {
    private final Readiness readiness;
    private final DayQuery.Reader queries;
    private final DistrictTurns turns;

    DistrictCoverageResource(Readiness readiness, DayQuery.Reader queries, DistrictTurns turns) {
        this.readiness = readiness;
        this.queries = queries;
        this.turns = turns;
    }

    /** Of all markets by id. */
    @GET
    @Blocking
    public Response get(@Context RoutingContext routing) throws SQLException {
        DayQuery query = queries.whole(routing);
        List<MarketCoverage> markets =
                turns.take(() -> readiness.district(query.asOf(), query.knownAt(), query.policy()));
        return new CoverageAnswer(query, markets).response();
    }
}
