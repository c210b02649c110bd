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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Text;
import org.anxin.registry.AssignmentJson;
import org.anxin.registry.AssignmentKey;
import org.anxin.registry.Assignments;
import org.anxin.registry.Markets;
import org.anxin.registry.Operators;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/people/{id}/assignments}: where a person works (SPEC section 7). */
@Path("/api/v1/people/{id}/assignments")
public class AssignmentResource {
    private static final String ONE = "{marketId}/{category}/{from}";
    private static final Pattern CURSOR = Pattern.compile("([^/]+)/(.+)/([^/]+)");

    private final RecordRequests requests;
    private final Assignments assignments;
    private final Markets markets;
    private final Operators operators;

    AssignmentResource(RecordRequests requests, Assignments assignments, Markets markets, Operators operators) {
        this.requests = requests;
        this.assignments = assignments;
        this.markets = markets;
        this.operators = operators;
    }

    /** What names an assignment in its address. */
    public record Address(
            @PathParam("id") String id,
            @PathParam("marketId") String marketId,
            @PathParam("category") String category,
            @PathParam("from") String from) {

        AssignmentKey key() {
            if (!Text.isPrintable(category)) {
                throw ProblemException.parameter("category", ErrorCode.BAD_TEXT);
            }
            return new AssignmentKey(
                    Parameters.requireId("id", id),
                    Parameters.requireId("marketId", marketId),
                    category,
                    LocalDate.ofEpochDay(Parameters.requireDay("from", from)));
        }
    }

    /** A person's assignments by market, category and first day. */
    @GET
    @Blocking
    public Response list(@PathParam("id") String id, @Context HttpServerRequest http) {
        String person = Parameters.requireId("id", id);
        PageQuery query = PageQuery.of(http);
        return requests.page(
                assignments.page(person, after(person, query.after()), query.limit()), AssignmentJson::write);
    }

    private static @Nullable AssignmentKey after(String person, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        Matcher parts = CURSOR.matcher(cursor);
        int from = parts.matches() ? CivilDay.ofDate(parts.group(3)) : Days.NONE;
        if (from == Days.NONE) {
            throw PageQuery.badCursor();
        }
        return new AssignmentKey(person, parts.group(1), parts.group(2), LocalDate.ofEpochDay(from));
    }

    /** One assignment. */
    @GET
    @Path(ONE)
    @Blocking
    public Response get(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.get(http, assignments, address.key(), AssignmentJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path(ONE)
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@BeanParam Address address, @Context HttpServerRequest http) {
        AssignmentKey key = address.key();
        return requests.put(
                http,
                assignments,
                key,
                in -> AssignmentJson.read(in, key, markets::has, operators::has),
                AssignmentJson::write);
    }

    /** Deletes it, as if it had never been; an assignment that is over has an end instead. */
    @DELETE
    @Path(ONE)
    @Blocking
    public Response delete(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.delete(http, assignments, address.key(), AssignmentJson::write);
    }
}
