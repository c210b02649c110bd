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

/** {@code /rules/versions/{no}/shadow}: a version decides beside the one that answers. */
@Path("/rules/versions/{no}/shadow")
public class ShadowPagesResource {
    private static final int MOST = 1024;

    private final Pages pages;
    private final Forms forms;
    private final DeskReading desk;
    private final ShadowReading reading;

    ShadowPagesResource(Pages pages, Forms forms, DeskReading desk, ShadowReading reading) {
        this.pages = pages;
        this.forms = forms;
        this.desk = desk;
        this.reading = reading;
    }

    /** How its last run stands. */
    @GET
    @Blocking
    public Response shadow(@PathParam("no") String no, @Context HttpServerRequest request) {
        return pages.show(request, Section.RULES, frame -> Templates.shadow(frame, reading.of(desk.found(no))));
    }

    /** Begins a run, or ends it. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> act(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(request, Section.RULES, MOST, (frame, form) -> reading.act(frame, desk.found(no), form));
    }
}
