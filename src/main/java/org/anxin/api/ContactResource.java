package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
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
import org.anxin.json.CivilDay;
import org.anxin.json.Text;
import org.anxin.registry.ContactJson;
import org.anxin.registry.ContactKey;
import org.anxin.registry.Contacts;
import org.anxin.registry.People;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/operators/{id}/contacts}: who is in contact with an operator's imported goods. */
@Path("/api/v1/operators/{id}/contacts")
public class ContactResource {
    private static final String ONE = "{personId}/{from}";

    private final RecordRequests requests;
    private final Contacts contacts;
    private final People people;

    ContactResource(RecordRequests requests, Contacts contacts, People people) {
        this.requests = requests;
        this.contacts = contacts;
        this.people = people;
    }

    /** What names an entry of the roster in its address. */
    public record Address(
            @PathParam("id") String id,
            @PathParam("personId") String personId,
            @PathParam("from") String from) {

        ContactKey key() {
            return new ContactKey(
                    Parameters.requireId("id", id),
                    Parameters.requireId("personId", personId),
                    LocalDate.ofEpochDay(Parameters.requireDay("from", from)));
        }
    }

    /** The operator's contacts by person and first day. */
    @GET
    @Blocking
    public Response list(@PathParam("id") String id, @Context HttpServerRequest http) {
        String operator = Parameters.requireId("id", id);
        PageQuery query = PageQuery.of(http);
        return requests.page(
                contacts.page(operator, after(operator, query.after()), query.limit()), ContactJson::write);
    }

    private static @Nullable ContactKey after(String operator, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        int end = cursor.indexOf('/');
        int from = end < 1 || !Text.isId(cursor.substring(0, end))
                ? Days.NONE
                : CivilDay.ofDate(cursor.substring(end + 1));
        if (from == Days.NONE) {
            throw PageQuery.badCursor();
        }
        return new ContactKey(operator, cursor.substring(0, end), LocalDate.ofEpochDay(from));
    }

    /** One entry. */
    @GET
    @Path(ONE)
    @Blocking
    public Response get(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.get(http, contacts, address.key(), ContactJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path(ONE)
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@BeanParam Address address, @Context HttpServerRequest http) {
        ContactKey key = address.key();
        return requests.put(http, contacts, key, in -> ContactJson.read(in, key, people::has), ContactJson::write);
    }

    /** Deletes it, as if it had never been; who is a contact no more has an end instead. */
    @DELETE
    @Path(ONE)
    @Blocking
    public Response delete(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.delete(http, contacts, address.key(), ContactJson::write);
    }
}
