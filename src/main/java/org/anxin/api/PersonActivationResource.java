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
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import org.anxin.registry.ActivationJson;
import org.anxin.registry.ActivationKey;
import org.anxin.registry.Activations;
import org.anxin.registry.Party;

/** {@code /api/v1/people/{id}/activations}: when the account of a person was activated. */
@Path("/api/v1/people/{id}/activations")
public class PersonActivationResource {
    private static final String ID = "id";
    private static final String FROM = "from";

    private final RecordRequests requests;
    private final Activations activations;

    PersonActivationResource(RecordRequests requests, Activations activations) {
        this.requests = requests;
        this.activations = activations;
    }

    private static ActivationKey key(String id, String from) {
        return new ActivationKey(
                Party.person(Parameters.requireId(ID, id)), LocalDate.ofEpochDay(Parameters.requireDay(FROM, from)));
    }

    /** The activations of a person by first day. */
    @GET
    @Blocking
    public Response list(@PathParam(ID) String id, @Context HttpServerRequest http) {
        Party party = Party.person(Parameters.requireId(ID, id));
        PageQuery query = PageQuery.of(http);
        return requests.page(activations.page(party, query.afterDay(), query.limit()), ActivationJson::write);
    }

    /** One activation. */
    @GET
    @Path("{from}")
    @Blocking
    public Response get(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.get(http, activations, key(id, from), ActivationJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{from}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(
            @PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        ActivationKey key = key(id, from);
        return requests.put(http, activations, key, in -> ActivationJson.read(in, key), ActivationJson::write);
    }

    /** Deletes it, as if it had never been; an account that was closed has an end instead. */
    @DELETE
    @Path("{from}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.delete(http, activations, key(id, from), ActivationJson::write);
    }
}
