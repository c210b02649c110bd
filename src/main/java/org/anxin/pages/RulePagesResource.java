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
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.anxin.policy.RulesetVersion;
import org.anxin.rulebook.RuleFiles;
import org.anxin.time.Days;

/** {@code /rules}: the policy desk. */
@Path("/rules")
public class RulePagesResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST = 4 * 1024;

    /** A rule file and its cases, each byte written as three. */
    private static final int MOST_OF_EDIT = 2 * 3 * RuleFiles.MAX_FILE_BYTES + MOST;

    private final Pages pages;
    private final Forms forms;
    private final DeskReading reading;
    private final VersionReading versions;
    private final DeskActions actions;
    private final Drafting drafting;

    RulePagesResource(
            Pages pages,
            Forms forms,
            DeskReading reading,
            VersionReading versions,
            DeskActions actions,
            Drafting drafting) {
        this.pages = pages;
        this.forms = forms;
        this.reading = reading;
        this.versions = versions;
        this.actions = actions;
        this.drafting = drafting;
    }

    /** The rules that decide, as cards. */
    @GET
    @Blocking
    public Response rules(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(
                request,
                Section.RULES,
                frame -> Templates.rules(
                        frame,
                        reading.rules(
                                Objects.requireNonNullElse(query.text("kind"), ""),
                                Objects.requireNonNullElse(query.text("q"), ""))));
    }

    /** What a version leaves open or says twice. */
    @GET
    @Path("gaps")
    @Blocking
    public Response gaps(@Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.RULES, frame -> {
            String number = query.text("version");
            RulesetVersion version = number == null ? reading.active() : reading.found(number);
            int from = query.day("from") == Days.NONE ? pages.today() : query.day("from");
            int to = query.day("to") == Days.NONE ? from + USUAL_DAYS - 1 : query.day("to");
            return Templates.gaps(frame, reading.gaps(version, from, to));
        });
    }

    /** One version: what it changes, what the check finds, what may be done with it. */
    @GET
    @Path("versions/{no}")
    @Blocking
    public Response version(@PathParam("no") String no, @Context HttpServerRequest request) {
        return pages.show(
                request, Section.RULES, frame -> Templates.version(frame, versions.of(reading.found(no), null)));
    }

    /** A file of a version. */
    @GET
    @Path("versions/{no}/files/{path:.+}")
    @Blocking
    public Response file(
            @PathParam("no") String no, @PathParam("path") String path, @Context HttpServerRequest request) {
        return pages.show(
                request, Section.RULES, frame -> Templates.file(frame, reading.file(reading.found(no), path)));
    }

    /** The editor. */
    @GET
    @Path("versions/{no}/edit/{path:.+}")
    @Blocking
    public Response edit(
            @PathParam("no") String no, @PathParam("path") String path, @Context HttpServerRequest request) {
        return pages.show(
                request, Section.RULES, frame -> Templates.edit(frame, drafting.begin(reading.found(no), path)));
    }

    /** Checks what was written, and stores it as a draft. */
    @POST
    @Path("versions/{no}/edit/{path:.+}")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> edited(
            @PathParam("no") String no, @PathParam("path") String path, @Context HttpServerRequest request) {
        return forms.act(
                request,
                Section.RULES,
                MOST_OF_EDIT,
                (frame, form) -> drafting.edited(frame, reading.found(no), path, form));
    }

    /** Approves a version. */
    @POST
    @Path("versions/{no}/approve")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> approve(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.RULES, MOST, (frame, form) -> actions.approve(frame, reading.found(no), form));
    }

    /** Puts a version into force. */
    @POST
    @Path("versions/{no}/activate")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> activate(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.RULES, MOST, (frame, form) -> actions.activate(frame, reading.found(no), form));
    }

    /** Undoes the activation of a version. */
    @POST
    @Path("versions/{no}/roll-back")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> rollBack(@PathParam("no") String no, @Context HttpServerRequest request) {
        return forms.act(
                request, Section.RULES, MOST, (frame, form) -> actions.rollBack(frame, reading.found(no), form));
    }
}
