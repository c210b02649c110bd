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
import org.anxin.registry.Letters;
import org.anxin.registry.Party;
import org.anxin.registry.SignatureJson;
import org.anxin.registry.SignatureKey;
import org.anxin.registry.Signatures;

/** {@code /api/v1/people/{id}/signatures}: which versions of the letter a person signed, and when. */
@Path("/api/v1/people/{id}/signatures")
public class PersonSignatureResource {
    private static final String ID = "id";
    private static final String LETTER = "letterId";

    private final RecordRequests requests;
    private final Signatures signatures;
    private final Letters letters;

    PersonSignatureResource(RecordRequests requests, Signatures signatures, Letters letters) {
        this.requests = requests;
        this.signatures = signatures;
        this.letters = letters;
    }

    private static SignatureKey key(String id, String letterId) {
        return new SignatureKey(Party.person(Parameters.requireId(ID, id)), Parameters.requireId(LETTER, letterId));
    }

    /** The signatures of a person by the id of the version. */
    @GET
    @Blocking
    public Response list(@PathParam(ID) String id, @Context HttpServerRequest http) {
        Party party = Party.person(Parameters.requireId(ID, id));
        PageQuery query = PageQuery.of(http);
        return requests.page(signatures.page(party, query.afterId(), query.limit()), SignatureJson::write);
    }

    /** One signature. */
    @GET
    @Path("{letterId}")
    @Blocking
    public Response get(@PathParam(ID) String id, @PathParam(LETTER) String letterId, @Context HttpServerRequest http) {
        return requests.get(http, signatures, key(id, letterId), SignatureJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path("{letterId}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(
            @PathParam(ID) String id, @PathParam(LETTER) String letterId, @Context HttpServerRequest http) {
        SignatureKey key = key(id, letterId);
        return requests.put(
                http, signatures, key, in -> SignatureJson.read(in, key, letters::has), SignatureJson::write);
    }

    /** Deletes it, as if it had never been given. */
    @DELETE
    @Path("{letterId}")
    @Blocking
    public Response delete(
            @PathParam(ID) String id, @PathParam(LETTER) String letterId, @Context HttpServerRequest http) {
        return requests.delete(http, signatures, key(id, letterId), SignatureJson::write);
    }
}
