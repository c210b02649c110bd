package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /rules/schedule}: what is in force when, and who saw to it. */
@Path("/rules/schedule")
public class SchedulePagesResource {
    private final Pages pages;
    private final ScheduleReading reading;

    SchedulePagesResource(Pages pages, ScheduleReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** The timetable. */
    @GET
    @Blocking
    public Response schedule(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.RULES, frame -> {
            String before = query.text("before");
            int below = before == null ? Integer.MAX_VALUE : Query.requireNumber(before);
            return Templates.schedule(frame, reading.of(query.page(), below));
        });
    }
}
