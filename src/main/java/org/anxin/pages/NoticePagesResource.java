package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /notices}: what was sent to markets, and what waits. */
@Path("/notices")
public class NoticePagesResource {
    private final Pages pages;
    private final NoticesReading reading;

    NoticePagesResource(Pages pages, NoticesReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** The queues, and the notices. */
    @GET
    @Blocking
    public Response get(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(
                request,
                Section.NOTICES,
                frame -> Templates.notices(frame, reading.of(query.text("market"), query.text("state"), query.page())));
    }
}
