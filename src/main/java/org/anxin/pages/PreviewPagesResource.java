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

/** {@code /rules/versions/{no}/impact}: previews of a version, and the form that asks for one. */
@Path("/rules/versions/{no}/impact")
public class PreviewPagesResource {
    private static final int MOST = 1024;

    private final Pages pages;
    private final Forms forms;
    private final DeskReading desk;
    private final Previews previews;

    PreviewPagesResource(Pages pages, Forms forms, DeskReading desk, Previews previews) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.previews = previews;
    }

    /** Those that were made. */
    @GET
    @Blocking
    public Response all(@PathParam("no") String no, @Context HttpServerRequest request) {
        return pages.show(request, Section.RULES, frame -> Templates.previews(frame, previews.form(desk.found(no))));
    }

    /** Asks for one. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> ask(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(request, Section.RULES, MOST, (frame, form) -> previews.ask(frame, desk.found(no), form));
    }
}
