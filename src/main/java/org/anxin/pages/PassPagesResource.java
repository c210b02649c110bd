package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.anxin.time.Days;

/** {@code /passes}: the check at the gate. */
@Path("/passes")
public class PassPagesResource {
    private final Pages pages;
    private final PassReading reading;

    PassPagesResource(Pages pages, PassReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** Reads a code, and says in large letters whether the goods may enter. */
    @GET
    @Blocking
    public Response gate(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.BATCHES, frame -> {
            int day = query.day("day");
            return Templates.gate(
                    frame, reading.gate(query.text("code"), day == Days.NONE ? pages.today() : day, pages.today()));
        });
    }
}
