package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.anxin.policy.ActivePolicy;
import org.anxin.registry.imports.ImportKind;
import org.anxin.registry.imports.Imports;
import org.anxin.registry.imports.Upload;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/imports/{kind}}: a CSV file in, a verdict on every row out (SPEC section 7). */
@Path("/api/v1/imports/{kind}")
public class ImportResource {
    private final Imports imports;
    private final ActivePolicy activePolicy;
    private final Uploads uploads;
    private final Semaphore files;

    ImportResource(Imports imports, ActivePolicy activePolicy, Uploads uploads, AnxinConfig config) {
        this.imports = imports;
        this.activePolicy = activePolicy;
        this.uploads = uploads;
        this.files = new Semaphore(config.imports().maxFiles());
    }

    /** Stores the rows of a file. */
    @POST
    @Blocking
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] store(@PathParam("kind") String name, InputStream body, @Context HttpServerRequest http)
            throws IOException, SQLException {
        ImportKind kind = ImportKind.of(name);
        if (kind == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        Charset declared = CsvCharset.named(Body.typeOfPlain(http));
        Acceptance.check(http, MediaType.APPLICATION_JSON);
        Parameters.of(http);
        if (!files.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED);
        }
        try {
            return store(kind, body, declared);
        } finally {
            files.release();
        }
    }

    private byte[] store(ImportKind kind, InputStream body, @Nullable Charset declared)
            throws IOException, SQLException {
        try (Upload file = uploads.receive(body)) {
            return ReportJson.of(imports.store(
                    kind, file, declared, activePolicy.current().ruleset().words()));
        }
    }
}
