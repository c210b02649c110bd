package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.anxin.json.Text;
import org.anxin.time.Days;

/** {@code /people}: finds people by id, and shows how each stands and why. */
@Path("/people")
public class PersonPagesResource {
    private final Pages pages;
    private final PersonReading reading;

    PersonPagesResource(Pages pages, PersonReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /** The form, and whose ids begin with what was written into it. */
    @GET
    @Blocking
    public Response search(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.PEOPLE, frame -> {
            String asked = query.text("q");
            String id = asked != null && Text.isId(asked) ? asked : "";
            SearchPage found = reading.search(id);
            return Templates.people(
                    frame, asked == null ? found : new SearchPage(asked, found.isFound(), found.people()));
        });
    }

    /** One person, as of a day and with what was known at a time. */
    @GET
    @Path("{id}")
    @Blocking
    public Response one(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.PEOPLE, frame -> {
            int day = query.day("day");
            return Templates.person(
                    frame,
                    reading.of(
                            Query.requireId(id),
                            day == Days.NONE ? pages.today() : day,
                            query.time("knownAt", frame.zone()),
                            frame.zone()));
        });
    }
}
