package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedPeople;
import org.anxin.impact.ChangedPerson;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactState;
import org.anxin.impact.Impacts;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.Suggestion;
import org.anxin.json.Text;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/impacts/{id}}: how a preview stands, what came out, and whom it concerns. */
@Path("/api/v1/impacts/{id}")
public class ImpactResource {
    private static final int USUAL_PAGE = 1000;
    private static final int LONGEST_PAGE = 10_000;
    private static final int DATE = 10;
    private static final List<String> KINDS =
            Arrays.stream(Change.values()).map(Enum::name).toList();

    private final Impacts impacts;
    private final ChangedPeople people;

    ImpactResource(Impacts impacts, ChangedPeople people) {
        this.impacts = impacts;
        this.people = people;
    }

    /** How it stands. */
    @GET
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest http) throws SQLException {
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        return Response.ok(ImpactAnswer.of(found(id)))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Impact found(String id) throws SQLException {
        Impact impact = id.matches("[1-9][0-9]{0,17}") ? impacts.find(Long.parseLong(id)) : null;
        if (impact == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return impact;
    }

    /** Whom it concerns, page by page. */
    @GET
    @Path("people")
    @Blocking
    public Response people(@PathParam("id") String id, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        Parameters query = Parameters.of(routing.request(), "date", "change", "market", "limit", "after", "format");
        TableFormat format = TableFormat.of(routing, query.text("format"));
        int limit = query.count("limit", USUAL_PAGE, LONGEST_PAGE);
        ChangedPeople.Filter filter =
                new ChangedPeople.Filter(query.day("date"), change(query.text("change")), query.id("market"));
        ChangedPeople.Place place = place(query.text("after"));
        Impact impact = found(id);
        if (impact.state() != ImpactState.COMPLETED) {
            throw new ProblemException(ProblemType.IMPACT_NOT_COMPLETED);
        }
        List<ChangedPerson> found = people.page(impact, filter, place, limit + 1);
        boolean more = found.size() > limit;
        List<ChangedPerson> shown = more ? found.subList(0, limit) : found;
        return response(
                new ChangedPeopleAnswer(impact, shown, more ? cursor(shown.get(limit - 1)) : null), format, address);
    }

    private static @Nullable Change change(@Nullable String name) {
        if (name != null && !KINDS.contains(name)) {
            throw ProblemException.parameter("change", ErrorCode.UNKNOWN_KIND, Suggestion.of(name, KINDS));
        }
        return name == null ? null : Change.valueOf(name);
    }

    private static String cursor(ChangedPerson last) {
        return Days.text(last.day()) + ":" + last.personId();
    }

    private ChangedPeople.Place place(@Nullable String after) throws SQLException {
        if (after == null) {
            return ChangedPeople.Place.BEGINNING;
        }
        boolean whole = after.length() > DATE && after.charAt(DATE) == ':' && Text.isId(after.substring(DATE + 1));
        int day = whole ? CivilDay.ofDate(after.substring(0, DATE)) : Days.NONE;
        ChangedPeople.Place place = day == Days.NONE ? null : people.place(day, after.substring(DATE + 1));
        if (place == null) {
            throw PageQuery.badCursor();
        }
        return place;
    }

    private static Response response(ChangedPeopleAnswer answer, TableFormat format, UriInfo address) {
        Response.ResponseBuilder response = Response.ok(answer.bytes(format))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Anxin-Ruleset", answer.impact().question().ruleset());
        if (format != TableFormat.JSON) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, answer.table().disposition(format));
        }
        if (answer.next() != null) {
            response.links(Link.fromUriBuilder(address.getRequestUriBuilder().replaceQueryParam("after", answer.next()))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
