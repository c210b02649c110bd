package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.concurrent.Semaphore;
import org.anxin.desk.DeskConfig;
import org.anxin.files.FileKind;

/** {@code /batches/{id}/documents}: documents are added and corrected, with their scans. */
@Path("/batches/{id}/documents")
public class DocumentPagesResource {
    private static final String ID = "id";

    private final Pages pages;
    private final DocumentForms forms;
    private final DocumentActions actions;
    private final FileForms fileForms;
    private final Attachments attachments;

    DocumentPagesResource(
            Pages pages, DocumentForms forms, DocumentActions actions, FileForms fileForms, DeskConfig config) {
        this.pages = pages;
        this.forms = forms;
        this.actions = actions;
        this.fileForms = fileForms;
        this.attachments = new Attachments(
                EnumSet.allOf(FileKind.class), config.maxFile().asLongValue(), 1, new Semaphore(config.maxFiles()));
    }

    /** The form of a document. */
    @GET
    @Path("new")
    @Blocking
    public Response fresh(@PathParam(ID) String id, @Context HttpServerRequest request) {
        Query query = new Query(request);
        return pages.show(request, Section.BATCHES, frame -> {
            String replaces = query.text("replaces");
            return Templates.document(
                    frame,
                    forms.fresh(
                            Query.requireId(id),
                            query.text("type"),
                            replaces == null ? 0 : Query.requireNumber(replaces)));
        });
    }

    /** Adds a document. */
    @POST
    @Path("new")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(@PathParam(ID) String id, InputStream body, @Context HttpServerRequest request) {
        return act(request, body, (frame, form) -> actions.add(frame, Query.requireId(id), form));
    }

    /** Gives a document its scan. */
    @POST
    @Path("{no}/file")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(
            @PathParam(ID) String id,
            @PathParam("no") String no,
            InputStream body,
            @Context HttpServerRequest request) {
        return act(
                request,
                body,
                (frame, form) -> actions.attach(frame, Query.requireId(id), Query.requireNumber(no), form));
    }

    private Response act(HttpServerRequest request, InputStream body, FileForms.Doing doing) {
        return fileForms.act(request, body, Section.BATCHES, attachments, doing);
    }
}
