package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.anxin.impact.Impact;

/** {@code /rules/impacts/{id}}: how a preview stands, what came out, and whom and what it concerns. */
@Path("/rules/impacts/{id}")
public class ImpactPagesResource {
    private final Pages pages;
    private final ImpactReading reading;
    private final ImpactLists lists;
    private final DeskReading desk;

    ImpactPagesResource(Pages pages, ImpactReading reading, ImpactLists lists, DeskReading desk) {
        this.pages = pages;
        this.reading = reading;
        this.lists = lists;
        this.desk = desk;
    }

    /** The preview. */
    @GET
    @Blocking
    public Response impact(@PathParam("id") String id, @Context HttpServerRequest request) {
        String market = new Query(request).text("market");
        return pages.show(
                request, Section.RULES, frame -> Templates.impact(frame, reading.of(reading.found(id), market)));
    }

    /** Whom it concerns. */
    @GET
    @Path("people")
    @Blocking
    public Response people(@PathParam("id") String id, @Context HttpServerRequest request) {
        return pages.show(request, Section.RULES, frame -> {
            Impact impact = reading.completed(id);
            int version = desk.number(impact.question().ruleset());
            return Templates.changed(frame, lists.peoplePage(impact, version, new Query(request)));
        });
    }

    /** Which stored batches it concerns. */
    @GET
    @Path("batches")
    @Blocking
    public Response batches(@PathParam("id") String id, @Context HttpServerRequest request) {
        return pages.show(request, Section.RULES, frame -> {
            Impact impact = reading.completed(id);
            int version = desk.number(impact.question().ruleset());
            return Templates.changed(frame, lists.batchPage(impact, version, new Query(request)));
        });
    }
}
