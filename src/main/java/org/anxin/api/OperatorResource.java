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
import org.anxin.registry.Markets;
import org.anxin.registry.OperatorJson;
import org.anxin.registry.Operators;

/** {@code /api/v1/operators}: the stored operators (SPEC section 7). */
@Path("/api/v1/operators")
public class OperatorResource {
    private static final String ID = "id";
    private static final String MARKET = "market";

    private final RecordRequests requests;
    private final Operators operators;
    private final Markets markets;

    OperatorResource(RecordRequests requests, Operators operators, Markets markets) {
        this.requests = requests;
        this.operators = operators;
        this.markets = markets;
    }

    /** Operators by id, those of one market or all. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) {
        PageQuery query = PageQuery.of(http, MARKET);
        String market = query.given().reference(MARKET, markets::has);
        return requests.page(operators.page(market, query.afterId(), query.limit()), OperatorJson::write);
    }

    /** One operator. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, operators, Parameters.requireId(ID, id), OperatorJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{id}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(http, operators, key, in -> OperatorJson.read(in, key, markets::has), OperatorJson::write);
    }

    /** Deletes it, unless something refers to it. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.delete(http, operators, Parameters.requireId(ID, id), OperatorJson::write);
    }
}
