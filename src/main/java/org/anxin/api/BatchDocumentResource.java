package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.anxin.admission.Document;
import org.anxin.desk.AdmissionDesk;
import org.anxin.desk.DeskConfig;
import org.anxin.desk.DocumentFiles;
import org.anxin.desk.FileOnRecord;
import org.anxin.desk.StoredBatches;
import org.anxin.files.FileKind;
import org.anxin.files.OpenedFile;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.security.Caller;

/** {@code /api/v1/batches/{id}/documents}: further and corrected documents of a batch, and their files. */
@Path("/api/v1/batches/{id}/documents")
public class BatchDocumentResource {
    private static final Set<FileKind> KINDS = EnumSet.allOf(FileKind.class);
    private static final String ID = "id";
    private static final int MOST_DOCUMENTS = 100;
    private static final int SIZE = 512;

    private final AdmissionDesk desk;
    private final StoredBatches batches;
    private final DocumentFiles files;
    private final AdmissionRequests requests;
    private final StoredFiles store;
    private final long limit;
    private final Semaphore transfers;

    BatchDocumentResource(
            AdmissionDesk desk,
            StoredBatches batches,
            DocumentFiles files,
            AdmissionRequests requests,
            StoredFiles store,
            DeskConfig config) {
        this.desk = desk;
        this.batches = batches;
        this.files = files;
        this.requests = requests;
        this.store = store;
        this.limit = config.maxFile().asLongValue();
        this.transfers = new Semaphore(config.maxFiles());
    }

    /** Adds a document and decides the batch again. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> add(@PathParam(ID) String id, @Context HttpServerRequest http) {
        String batchId = Parameters.requireId(ID, id);
        Parameters query = Parameters.of(http, "asOf", "replaces");
        int replaces = query.count("replaces", 0, MOST_DOCUMENTS);
        AdmissionDesk.Deciding deciding = requests.deciding(query);
        return requests.receive(http, body -> {
            Document document = requests.read(body, deciding.policy(), DeclarationRequest::document);
            AdmissionDesk.Done done = desk.add(batchId, document, replaces, deciding, batch -> {
                AdmissionRequests.guard(http).accept(batch);
                if (batch.documents().size() >= MOST_DOCUMENTS) {
                    throw new ProblemException(ProblemType.TOO_LARGE);
                }
            });
            return AdmissionRequests.written(done.batch(), done.changed());
        });
    }

    /** Keeps the file of a document. */
    @POST
    @Path("{no}/file")
    @Blocking
    public Response keep(
            @PathParam(ID) String id, @PathParam("no") String no, InputStream body, @Context HttpServerRequest http)
            throws SQLException, IOException {
        int document = documentNo(no);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Body.typeOfPlain(http);
        Parameters.of(http);
        // Nobody uploads for nothing.
        DocumentFiles.document(batches.find(Parameters.requireId(ID, id)), document);
        DocumentFiles.Done done =
                files.add(id, document, received(body), Caller.current().actor());
        return AdmissionRequests.json(
                done.changed() ? 201 : 200, JsonBytes.of(SIZE, out -> BatchAnswer.write(out, done.file())));
    }

    private StoredFile received(InputStream body) throws IOException {
        enter();
        try {
            return Uploads.store(store, body, limit, KINDS);
        } finally {
            transfers.release();
        }
    }

    /** The newest file of a document, if it is still what was uploaded. */
    @GET
    @Path("{no}/file")
    @Blocking
    public Response file(@PathParam(ID) String id, @PathParam("no") String no, @Context HttpServerRequest http)
            throws SQLException, IOException {
        int document = documentNo(no);
        Parameters.of(http);
        FileOnRecord file = DocumentFiles.document(batches.find(Parameters.requireId(ID, id)), document)
                .file();
        if (file == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        String tag = '"' + file.sha256() + '"';
        if (Preconditions.has(http, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return sent(file, id.replace(':', '_') + "_" + document)
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    private Response.ResponseBuilder sent(FileOnRecord file, String name) throws IOException {
        enter();
        try (OpenedFile opened = store.open(file.sha256())) {
            String attached = name + "." + opened.file().kind().ending();
            return Response.ok(opened.bytes().readAllBytes())
                    .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + attached + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header(HttpHeaders.CACHE_CONTROL, AdmissionRequests.CACHING);
        } finally {
            transfers.release();
        }
    }

    private void enter() {
        if (!transfers.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
    }

    private static int documentNo(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
