package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.anxin.onboarding.Roster;
import org.anxin.readiness.MarketCoverage;
import org.anxin.readiness.Readiness;

/** {@code GET /api/v1/markets/{id}/coverage}: how many of a market are registered, activated, signed, ready. */
@Path("/api/v1/markets/{id}/coverage")
public class CoverageResource {
    private final Readiness readiness;
    private final DayQuery.Reader queries;

    CoverageResource(Readiness readiness, DayQuery.Reader queries) {
        this.readiness = readiness;
        this.queries = queries;
    }

    /** Of one market. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String id, @Context RoutingContext routing) throws SQLException {
        String marketId = Parameters.requireId("id", id);
        DayQuery query = queries.whole(routing);
        Roster roster = readiness.roster(marketId, query.knownAt());
        if (roster == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        MarketCoverage coverage =
                MarketCoverage.of(roster, query.policy().onboarding().decide(roster, query.asOf()));
        return new CoverageAnswer(query, List.of(coverage)).response();
    }
}
