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
import org.anxin.registry.People;
import org.anxin.registry.RegisteredPerson;
import org.anxin.registry.RegisteredPersonJson;
import org.anxin.registry.Releases;
import org.anxin.security.Caller;
import org.anxin.security.DisclosureTable;

/** {@code /api/v1/people}: the stored people and from when on they are released (SPEC section 7). */
@Path("/api/v1/people")
public class PersonResource {
    private static final String ID = "id";
    private static final String MARKET = "market";

    private final RecordRequests requests;
    private final People people;
    private final Releases releases;
    private final Markets markets;
    private final DisclosureTable disclosures;

    PersonResource(
            RecordRequests requests, People people, Releases releases, Markets markets, DisclosureTable disclosures) {
        this.requests = requests;
        this.people = people;
        this.releases = releases;
        this.markets = markets;
        this.disclosures = disclosures;
    }

    /** Writes people as whoever asks may see them. */
    private Representation.Writing<RegisteredPerson> seen() {
        return RegisteredPersonJson.writing(disclosures.to(Caller.current()))::write;
    }

    /** People by id, those with any assignment at one market or all. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) {
        PageQuery query = PageQuery.of(http, MARKET);
        String market = query.given().reference(MARKET, markets::has);
        return requests.page(people.page(market, query.afterId(), query.limit()), seen());
    }

    /** One person. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, people, Parameters.requireId(ID, id), seen());
    }

    /** Creates or replaces the person. */
    @PUT
    @Path("{id}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(http, people, key, in -> RegisteredPersonJson.read(in, key), seen());
    }

    /** Deletes the person, unless something refers to them. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.delete(http, people, Parameters.requireId(ID, id), seen());
    }

    /** From when on the person is released. */
    @GET
    @Path("{id}/release")
    @Blocking
    public Response release(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, releases, Parameters.requireId(ID, id), RegisteredPersonJson::write);
    }

    /** Releases the person, or withdraws that. */
    @PUT
    @Path("{id}/release")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> putRelease(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(
                http, releases, key, in -> RegisteredPersonJson.release(in, key), RegisteredPersonJson::write);
    }
}
