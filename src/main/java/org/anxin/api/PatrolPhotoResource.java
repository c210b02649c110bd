package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
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
import java.util.concurrent.Semaphore;
import org.anxin.files.FileKind;
import org.anxin.files.OpenedFile;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.visits.Images;
import org.anxin.visits.Registered;

/** {@code /api/v1/patrol-photos}: images that patrols and rectifications refer to. */
@Path("/api/v1/patrol-photos")
public class PatrolPhotoResource {
    private static final Set<FileKind> IMAGES = EnumSet.of(FileKind.PNG, FileKind.JPEG);
    private static final String PATH = "/api/v1/patrol-photos/";
    private static final int SIZE = 256;

    private final StoredFiles files;
    private final Images images;
    private final Registered registered;
    private final long limit;
    private final Semaphore uploads;

    PatrolPhotoResource(StoredFiles files, Images images, Registered registered, AnxinConfig config) {
        this.files = files;
        this.images = images;
        this.registered = registered;
        this.limit = config.files().maxImage().asLongValue();
        this.uploads = new Semaphore(config.files().maxUploads());
    }

    /** Keeps an image; the same one again is answered alike. */
    @POST
    @Blocking
    @Consumes({"image/jpeg", "image/png", MediaType.APPLICATION_OCTET_STREAM})
    public Response store(InputStream body, @Context HttpServerRequest http) throws IOException, SQLException {
        Body.typeOfPlain(http);
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        if (!uploads.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            StoredFile file = Uploads.store(files, body, limit, IMAGES);
            boolean created = images.add(file.sha256(), file.size(), file.kind().name());
            return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                    .header(HttpHeaders.LOCATION, PATH + file.sha256())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(answer(file))
                    .build();
        } finally {
            uploads.release();
        }
    }

    private static byte[] answer(StoredFile file) {
        return JsonBytes.of(SIZE, out -> {
            out.writeStartObject();
            out.writeStringField("sha256", file.sha256());
            out.writeNumberField("size", file.size());
            out.writeStringField("mediaType", file.kind().mediaType());
            out.writeEndObject();
        });
    }

    /** An image, unless its bytes are others than those that were handed in. */
    @GET
    @Path("{sha256}")
    @Blocking
    public Response get(@PathParam("sha256") String sha256, @Context HttpServerRequest http) throws IOException {
        Parameters.of(http);
        if (!registered.isImage(sha256)) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        try (OpenedFile file = files.open(sha256)) {
            Acceptance.check(http, file.file().kind().mediaType());
            return Response.ok(file.bytes().readAllBytes())
                    .type(file.file().kind().mediaType())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                    .build();
        }
    }
}
