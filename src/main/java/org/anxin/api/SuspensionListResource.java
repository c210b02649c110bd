package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.anxin.sweep.ListKind;

/** {@code GET /api/v1/markets/{id}/suspensions}: people who may not trade (SPEC section 7). */
@Path("/api/v1/markets/{id}/suspensions")
public class SuspensionListResource {
    private final MarketLists lists;

    SuspensionListResource(MarketLists lists) {
        this.lists = lists;
    }

    /** The list as a completed run issued it. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String marketId, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        return lists.answer(ListKind.SUSPENSIONS, Parameters.requireId("id", marketId), routing, address);
    }
}
