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
import org.anxin.registry.ImportListingJson;
import org.anxin.registry.ImportListingKey;
import org.anxin.registry.ImportListings;

/** {@code /api/v1/operators/{id}/import-listings}: when an operator was on the list of those that sell imported goods. */
@Path("/api/v1/operators/{id}/import-listings")
public class ImportListingResource {
    private static final String ID = "id";
    private static final String FROM = "from";

    private final RecordRequests requests;
    private final ImportListings listings;

    ImportListingResource(RecordRequests requests, ImportListings listings) {
        this.requests = requests;
        this.listings = listings;
    }

    private static ImportListingKey key(String id, String from) {
        return new ImportListingKey(
                Parameters.requireId(ID, id), LocalDate.ofEpochDay(Parameters.requireDay(FROM, from)));
    }

    /** The operator's entries by first day. */
    @GET
    @Blocking
    public Response list(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String operator = Parameters.requireId(ID, id);
        PageQuery query = PageQuery.of(http);
        return requests.page(listings.page(operator, query.afterDay(), query.limit()), ImportListingJson::write);
    }

    /** One entry. */
    @GET
    @Path("{from}")
    @Blocking
    public Response get(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.get(http, listings, key(id, from), ImportListingJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{from}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(
            @PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        ImportListingKey key = key(id, from);
        return requests.put(http, listings, key, in -> ImportListingJson.read(in, key), ImportListingJson::write);
    }

    /** Deletes it, as if it had never been; an operator taken off the list has an end instead. */
    @DELETE
    @Path("{from}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.delete(http, listings, key(id, from), ImportListingJson::write);
    }
}
