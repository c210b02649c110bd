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

/** {@code /batches}: imported goods, declared and decided. */
@Path("/batches")
public class BatchPagesResource {
    private static final int MOST = 64 * 1024;
    private static final String ID = "id";

    private final Pages pages;
    private final Forms forms;
    private final BatchListReading lists;
    private final BatchReading reading;
    private final BatchActions actions;
    private final PassReading passes;

    BatchPagesResource(
            Pages pages,
            Forms forms,
            BatchListReading lists,
            BatchReading reading,
            BatchActions actions,
            PassReading passes) {
        this.pages = pages;
        this.forms = forms;
        this.lists = lists;
        this.reading = reading;
        this.actions = actions;
        this.passes = passes;
    }

    /** Batches, the newest first. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.BATCHES, frame -> {
            String market = query.text("market");
            BatchListReading.Wanted wanted = new BatchListReading.Wanted(
                    query.text("q"),
                    query.day("day"),
                    market == null ? null : Query.requireId(market),
                    query.text("group"),
                    query.page());
            return Templates.batches(frame, lists.of(wanted));
        });
    }

    /** The form of a declaration. */
    @GET
    @Path("new")
    @Blocking
    public Response fresh(@Context HttpServerRequest request) {
        return pages.show(request, Section.BATCHES, frame -> Templates.declare(frame, actions.fresh()));
    }

    /** Takes a declaration. */
    @POST
    @Path("new")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> declare(@Context HttpServerRequest request) {
        return forms.act(request, Section.BATCHES, MOST, actions::declare);
    }

    /** One batch with its documents, beside what was declared. */
    @GET
    @Path("{id}")
    @Blocking
    public Response one(@PathParam(ID) String id, @Context HttpServerRequest request) {
        return pages.show(
                request,
                Section.BATCHES,
                frame -> Templates.batch(frame, reading.of(id, BatchReading.Refused.NOTHING)));
    }

    /** A person's verdict. */
    @POST
    @Path("{id}/settlement")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> settle(@PathParam(ID) String id, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.BATCHES, MOST, (frame, form) -> actions.settle(frame, Query.requireId(id), form));
    }

    /** Deciding again. */
    @POST
    @Path("{id}/decisions")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> again(@PathParam(ID) String id, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.BATCHES, MOST, (frame, form) -> actions.again(frame, Query.requireId(id), form));
    }

    /** The pass, to be printed. */
    @GET
    @Path("{id}/pass")
    @Blocking
    public Response pass(@PathParam(ID) String id, @Context HttpServerRequest request) {
        return pages.show(request, Section.BATCHES, frame -> Templates.pass(frame, passes.pass(id, pages.today())));
    }
}
