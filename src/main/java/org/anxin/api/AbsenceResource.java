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
import org.anxin.registry.AbsenceJson;
import org.anxin.registry.AbsenceKey;
import org.anxin.registry.Absences;

/** {@code /api/v1/people/{id}/absences}: when a person was not at work (SPEC section 7). */
@Path("/api/v1/people/{id}/absences")
public class AbsenceResource {
    private static final String ID = "id";
    private static final String FROM = "from";

    private final RecordRequests requests;
    private final Absences absences;

    AbsenceResource(RecordRequests requests, Absences absences) {
        this.requests = requests;
        this.absences = absences;
    }

    private static AbsenceKey key(String id, String from) {
        return new AbsenceKey(Parameters.requireId(ID, id), LocalDate.ofEpochDay(Parameters.requireDay(FROM, from)));
    }

    /** A person's absences by first day. */
    @GET
    @Blocking
    public Response list(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String person = Parameters.requireId(ID, id);
        PageQuery query = PageQuery.of(http);
        return requests.page(absences.page(person, query.afterDay(), query.limit()), AbsenceJson::write);
    }

    /** One absence. */
    @GET
    @Path("{from}")
    @Blocking
    public Response get(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.get(http, absences, key(id, from), AbsenceJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{from}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(
            @PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        AbsenceKey key = key(id, from);
        return requests.put(http, absences, key, in -> AbsenceJson.read(in, key), AbsenceJson::write);
    }

    /** Deletes it, as if the person had been at work. */
    @DELETE
    @Path("{from}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @PathParam(FROM) String from, @Context HttpServerRequest http) {
        return requests.delete(http, absences, key(id, from), AbsenceJson::write);
    }
}
