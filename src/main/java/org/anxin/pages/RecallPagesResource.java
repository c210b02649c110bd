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

/** {@code /recalls}: documents found false, and who holds goods that entered under them. */
@Path("/recalls")
public class RecallPagesResource {
    private static final int MOST = 16 * 1024;

    private final Pages pages;
    private final Forms forms;
    private final RecallDesk desk;

    RecallPagesResource(Pages pages, Forms forms, RecallDesk desk) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
    }

    /** The register. */
    @GET
    @Blocking
    public Response all(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.BATCHES, frame -> {
            String before = query.text("before");
            FilledForm form =
                    FilledForm.fresh().with("type", query.text("type")).with("number", query.text("number"));
            return Templates.recalls(
                    frame, desk.all(before == null ? Integer.MAX_VALUE : Query.requireNumber(before), form));
        });
    }

    /** Puts a document on record as false, and recalls what was admitted under it. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> find(@Context HttpServerRequest request) {
        return forms.act(request, Section.BATCHES, MOST, desk::find);
    }

    /** One document found false. */
    @GET
    @Path("{no}")
    @Blocking
    public Response one(@PathParam("no") String no, @Context HttpServerRequest request) {
        return pages.show(
                request,
                Section.BATCHES,
                frame -> Templates.recall(frame, desk.one(Query.requireNumber(no), FilledForm.fresh())));
    }

    /** Withdraws it. */
    @POST
    @Path("{no}/withdrawal")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> withdraw(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.BATCHES, MOST, (frame, form) -> desk.withdraw(frame, Query.requireNumber(no), form));
    }
}
