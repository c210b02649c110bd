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
import org.anxin.registry.LetterJson;
import org.anxin.registry.Letters;

/** {@code /api/v1/letters}: the versions of the four-party responsibility letter (四方责任书). */
@Path("/api/v1/letters")
public class LetterResource {
    private static final String ID = "id";

    private final RecordRequests requests;
    private final Letters letters;

    LetterResource(RecordRequests requests, Letters letters) {
        this.requests = requests;
        this.letters = letters;
    }

    /** Versions by id. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest http) {
        PageQuery query = PageQuery.of(http);
        return requests.page(letters.page(query.afterId(), query.limit()), LetterJson::write);
    }

    /** One version. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.get(http, letters, Parameters.requireId(ID, id), LetterJson::write);
    }

    /** Creates or replaces it; the text of one that somebody has signed stays. */
    @PUT
    @Path("{id}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String key = Parameters.requireId(ID, id);
        return requests.put(http, letters, key, in -> LetterJson.read(in, key), LetterJson::write);
    }

    /** Deletes it, unless somebody has signed it. */
    @DELETE
    @Path("{id}")
    @Blocking
    public Response delete(@PathParam(ID) String id, @Context HttpServerRequest http) {
        return requests.delete(http, letters, Parameters.requireId(ID, id), LetterJson::write);
    }
}
