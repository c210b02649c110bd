package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.anxin.json.Text;
import org.anxin.time.Days;

/** {@code /people}: finds people by id, and shows how each stands and why. */
@Path("/people")
public class PersonPagesResource {
    private static final int MOST = 4096;
    private static final int OK = 200;

    private final Pages pages;
    private final Forms forms;
    private final PersonReading reading;

    PersonPagesResource(Pages pages, Forms forms, PersonReading reading) {
        this.pages = pages;
        this.forms = forms;
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
                    frame, asked == null ? found : new SearchPage(asked, true, found.isFound(), found.people()));
        });
    }

    /** People by id, name, identity number or phone: what was written stands in no address, and not on the page either. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> find(@Context HttpServerRequest request) {
        return forms.act(
                request,
                Section.PEOPLE,
                MOST,
                (frame, form) -> new Pages.Outcome.Shown(
                        OK, Templates.people(frame, reading.find(form.text("q").strip()))));
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
