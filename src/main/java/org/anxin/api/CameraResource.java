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
import org.anxin.registry.CameraJson;
import org.anxin.registry.Cameras;
import org.anxin.registry.Markets;

/** {@code /api/v1/cameras}: the cameras of markets. */
@Path("/api/v1/cameras")
public class CameraResource {
    private static final String ID = "id";
    private static final String MARKET = "market";

    private final RecordRequests requests;
    private final Cameras cameras;
    private final Markets markets;

    CameraResource(RecordRequests requests, Cameras cameras, Markets markets) {
        this.requests = requests;
        this.cameras = cameras;
        this.markets = markets;
    }

    /** Cameras by id, those of one market or all. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) {
        PageQuery query = PageQuery.of(http, MARKET);
        String market = query.given().reference(MARKET, markets::has);
        return requests.page(cameras.page(market, query.afterId(), query.limit()), CameraJson::write);
    }

    /** One camera. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, cameras, Parameters.requireId(ID, id), CameraJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{id}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(http, cameras, key, in -> CameraJson.read(in, key, markets::has), CameraJson::write);
    }

    /** Deletes it, unless it was in use. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.delete(http, cameras, Parameters.requireId(ID, id), CameraJson::write);
    }
}
