package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.anxin.registry.MarketJson;
import org.anxin.registry.Markets;

/** {@code /api/v1/markets}: the stored markets (SPEC section 7). */
@Path("/api/v1/markets")
public class MarketResource {
    private static final String ID = "id";

    private final RecordRequests requests;
    private final Markets markets;

    MarketResource(RecordRequests requests, Markets markets) {
        this.requests = requests;
        this.markets = markets;
    }

    /** Markets by id. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) {
        PageQuery query = PageQuery.of(http);
        return requests.page(markets.page(query.afterId(), query.limit()), MarketJson::write);
    }

    /** One market. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, markets, Parameters.requireId(ID, id), MarketJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{id}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(http, markets, key, in -> MarketJson.read(in, key), MarketJson::write);
    }

    /** Deletes it, unless something refers to it. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.delete(http, markets, Parameters.requireId(ID, id), MarketJson::write);
    }
}
