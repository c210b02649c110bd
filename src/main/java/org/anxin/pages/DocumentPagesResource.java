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
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.anxin.desk.DeskConfig;
import org.anxin.files.FileStoreException;
import org.anxin.files.StoredFiles;

/** {@code /batches/{id}/documents}: documents are added and corrected, with their scans. */
@Path("/batches/{id}/documents")
public class DocumentPagesResource {
    private static final String ID = "id";

    private final Pages pages;
    private final DocumentForms forms;
    private final DocumentActions actions;
    private final StoredFiles files;
    private final long most;
    private final Semaphore uploads;

    DocumentPagesResource(
            Pages pages, DocumentForms forms, DocumentActions actions, StoredFiles files, DeskConfig config) {
        this.pages = pages;
        this.forms = forms;
        this.actions = actions;
        this.files = files;
        this.most = config.maxFile().asLongValue();
        this.uploads = new Semaphore(config.maxFiles());
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

    /** What is done with a form. */
    private interface Doing {
        Pages.Outcome with(Frame frame, UploadedForm form) throws SQLException, IOException;
    }

    private Response act(HttpServerRequest request, InputStream body, Doing doing) {
        return pages.act(request, Section.BATCHES, frame -> {
            if (!uploads.tryAcquire()) {
                throw new PageException(PageError.BUSY);
            }
            try {
                return doing.with(frame, UploadedForm.of(request, body, files, most));
            } catch (EOFException e) {
                throw new PageException(PageError.BAD_FORM);
            } catch (FileStoreException e) {
                throw new UncheckedIOException(e);
            } catch (IOException e) {
                // Whoever sent it went away or fell silent.
                throw new PageException(PageError.BAD_FORM);
            } finally {
                uploads.release();
            }
        });
    }
}
