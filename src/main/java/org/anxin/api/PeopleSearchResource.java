package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.anxin.personal.Disclosure;
import org.anxin.registry.People;
import org.anxin.registry.RegisteredPersonJson;
import org.anxin.security.Caller;
import org.anxin.security.DisclosureTable;

/** {@code POST /api/v1/people-search}: finds people by what must not stand in an address. */
@Path("/api/v1/people-search")
public class PeopleSearchResource {
    private static final int MAX_BODY = 4 * 1024;
    private static final int PAGE = 100;

    private final DeskRequests bodies;
    private final RecordRequests requests;
    private final People people;
    private final DisclosureTable disclosures;

    PeopleSearchResource(DeskRequests bodies, RecordRequests requests, People people, DisclosureTable disclosures) {
        this.bodies = bodies;
        this.requests = requests;
        this.people = people;
        this.disclosures = disclosures;
    }

    /** People who have what was asked for. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> search(@Context HttpServerRequest http) {
        Disclosure disclosure = disclosures.to(Caller.current());
        return bodies.post(
                http,
                MAX_BODY,
                PeopleSearch::read,
                asked -> requests.page(
                        people.search(asked.wanted(), asked.after(), PAGE),
                        RegisteredPersonJson.writing(disclosure)::write));
    }
}
