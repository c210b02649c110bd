package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.anxin.impact.BatchChange;
import org.anxin.impact.Change;
import org.anxin.impact.ChangedBatch;
import org.anxin.impact.ChangedBatches;
import org.anxin.impact.ChangedPeople;
import org.anxin.impact.ChangedPerson;
import org.anxin.impact.Impact;
import org.anxin.impact.ImpactState;
import org.anxin.impact.Impacts;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/impacts/{id}}: how a preview stands, what came out, and which people and batches it concerns. */
@Path("/api/v1/impacts/{id}")
public class ImpactResource {
    private static final List<String> KINDS = names(Change.values());
    private static final List<String> KINDS_OF_BATCHES = names(BatchChange.values());

    private final Impacts impacts;
    private final ChangedPeople people;
    private final ChangedBatches batches;

    ImpactResource(Impacts impacts, ChangedPeople people, ChangedBatches batches) {
        this.impacts = impacts;
        this.people = people;
        this.batches = batches;
    }

    private static List<String> names(Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(Enum::name).toList();
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

    private Impact completed(String id) throws SQLException {
        Impact impact = found(id);
        if (impact.state() != ImpactState.COMPLETED) {
            throw new ProblemException(ProblemType.IMPACT_NOT_COMPLETED);
        }
        return impact;
    }

    /** Whom it concerns, page by page. */
    @GET
    @Path("people")
    @Blocking
    public Response people(@PathParam("id") String id, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        ImpactPage asked = ImpactPage.of(routing, KINDS);
        String kind = asked.change();
        ChangedPeople.Filter filter =
                new ChangedPeople.Filter(asked.day(), kind == null ? null : Change.valueOf(kind), asked.market());
        ChangedPeople.Place place = placeOfPerson(asked.after());
        Impact impact = completed(id);
        List<ChangedPerson> found = people.page(impact, filter, place, asked.limit() + 1);
        List<ChangedPerson> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        ChangedPerson last = found.size() > shown.size() ? shown.get(shown.size() - 1) : null;
        ChangedPeopleAnswer answer = new ChangedPeopleAnswer(
                impact, shown, last == null ? null : new ImpactPage.Cursor(last.day(), last.personId()).text());
        return asked.response(impact, answer.bytes(asked.format()), answer.table(), answer.next(), address);
    }

    private ChangedPeople.Place placeOfPerson(ImpactPage.@Nullable Cursor after) throws SQLException {
        if (after == null) {
            return ChangedPeople.Place.BEGINNING;
        }
        ChangedPeople.Place place = people.place(after.day(), after.id());
        if (place == null) {
            throw PageQuery.badCursor();
        }
        return place;
    }

    /** Which stored batches it concerns, page by page. */
    @GET
    @Path("batches")
    @Blocking
    public Response batches(@PathParam("id") String id, @Context RoutingContext routing, @Context UriInfo address)
            throws SQLException {
        ImpactPage asked = ImpactPage.of(routing, KINDS_OF_BATCHES);
        String kind = asked.change();
        ChangedBatches.Filter filter =
                new ChangedBatches.Filter(asked.day(), kind == null ? null : BatchChange.valueOf(kind), asked.market());
        ChangedBatches.Place place = placeOfBatch(asked.after());
        Impact impact = completed(id);
        List<ChangedBatch> found = batches.page(impact, filter, place, asked.limit() + 1);
        List<ChangedBatch> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        ChangedBatch last = found.size() > shown.size() ? shown.get(shown.size() - 1) : null;
        ChangedBatchesAnswer answer = new ChangedBatchesAnswer(
                impact, shown, last == null ? null : new ImpactPage.Cursor(last.day(), last.batchId()).text());
        return asked.response(impact, answer.bytes(asked.format()), answer.table(), answer.next(), address);
    }

    private ChangedBatches.Place placeOfBatch(ImpactPage.@Nullable Cursor after) throws SQLException {
        if (after == null) {
            return ChangedBatches.Place.BEGINNING;
        }
        ChangedBatches.Place place = batches.place(after.day(), after.id());
        if (place == null) {
            throw PageQuery.badCursor();
        }
        return place;
    }
}
