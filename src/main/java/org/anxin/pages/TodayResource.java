package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.anxin.sweep.FoundGroup;

/** {@code GET /}: how the district stands on a day. */
@Path("/")
public class TodayResource {
    private final Pages pages;
    private final TodayReading reading;

    TodayResource(Pages pages, TodayReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** The newest day that was swept, or the one asked for. */
    @GET
    @Blocking
    public Response get(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.TODAY, frame -> {
            FoundGroup group = Groups.of(query.text("group"), FoundGroup.LISTED);
            return Templates.today(frame, reading.of(query.day("day"), pages.today(), group, query.page()));
        });
    }
}
