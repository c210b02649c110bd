package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /rules/change}: the common changes of rules, by form. */
@Path("/rules/change")
public class ChangePagesResource {
    private static final int MOST = 32 * 1024;

    private final Pages pages;
    private final Forms forms;
    private final ChangeActions actions;

    ChangePagesResource(Pages pages, Forms forms, ChangeActions actions) {
        this.pages = pages;
        this.forms = forms;
        this.actions = actions;
    }

    /** The numbers, days and window of a rule. */
    @GET
    @Blocking
    public Response change(@Context HttpServerRequest request) {
        return form(request, false);
    }

    /** A new rule after the pattern of one. */
    @GET
    @Path("new")
    @Blocking
    public Response add(@Context HttpServerRequest request) {
        return form(request, true);
    }

    private Response form(HttpServerRequest request, boolean isNew) {
        Query query = new Query(request);
        return pages.show(
                request,
                Section.RULES,
                frame -> Templates.change(
                        frame, actions.begin(actions.subject(query.text("version"), query.text("rule"), isNew))));
    }

    /** Shows what the change comes to, or stores it. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> changed(@Context HttpServerRequest request) {
        return sent(request, false);
    }

    /** Likewise for a rule that is added. */
    @POST
    @Path("new")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> added(@Context HttpServerRequest request) {
        return sent(request, true);
    }

    private CompletionStage<Response> sent(HttpServerRequest request, boolean isNew) {
        return forms.act(
                request,
                Section.RULES,
                MOST,
                (frame, form) ->
                        actions.act(frame, actions.subject(form.text("version"), form.text("rule"), isNew), form));
    }
}
