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
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import org.anxin.json.CivilDay;
import org.anxin.sweep.Sweeping;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;

/** {@code /sweeps}: runs are asked for and followed. */
@Path("/sweeps")
public class SweepPagesResource {
    private static final int MOST = 1024;
    private static final int UNPROCESSABLE = 422;
    private static final Bilingual NO_DAY = new Bilingual(
            "请填写 1900 至 2999 年之间的日期，例如 2022-04-07。", "Enter a day from 1900 to 2999, such as 2022-04-07.");

    private final Pages pages;
    private final Forms forms;
    private final SweepReading reading;
    private final Sweeping sweeping;

    SweepPagesResource(Pages pages, Forms forms, SweepReading reading, Sweeping sweeping) {
        this.pages = pages;
        this.forms = forms;
        this.reading = reading;
        this.sweeping = sweeping;
    }

    /** The newest runs, and the form to ask for one. */
    @GET
    @Blocking
    public Response all(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.SWEEPS, frame -> {
            String before = query.text("before");
            int day = query.day("day");
            return Templates.sweeps(
                    frame,
                    reading.all(
                            before == null ? Integer.MAX_VALUE : Query.requireNumber(before),
                            Days.text(day == Days.NONE ? pages.today() : day),
                            null));
        });
    }

    /** One run. */
    @GET
    @Path("{id}")
    @Blocking
    public Response one(@PathParam("id") String id, @Context HttpServerRequest request) {
        return pages.show(request, Section.SWEEPS, frame -> Templates.sweep(frame, reading.of(id)));
    }

    /** Asks for a run. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> ask(@Context HttpServerRequest request) {
        return forms.act(request, Section.SWEEPS, MOST, this::ask);
    }

    private Pages.Outcome ask(Frame frame, Form form) throws SQLException {
        String text = form.text("day");
        int day = CivilDay.ofDate(text);
        if (day == Days.NONE) {
            return new Pages.Outcome.Shown(
                    UNPROCESSABLE, Templates.sweeps(frame, reading.all(Integer.MAX_VALUE, text, NO_DAY)));
        }
        return new Pages.Outcome.GoOn("/sweeps/" + sweeping.request(day, null).id());
    }
}
