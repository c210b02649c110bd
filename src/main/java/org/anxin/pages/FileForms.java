package org.anxin.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import org.anxin.files.StoredFiles;
import org.anxin.security.SameOrigin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads forms with files, stores the files, and does what the forms ask for, all on a worker thread. */
@Singleton
class FileForms {
    private final Pages pages;
    private final StoredFiles files;
    private final Path directory;

    FileForms(Pages pages, StoredFiles files, @ConfigProperty(name = "anxin.imports.directory") Path directory) {
        this.pages = pages;
        this.files = files;
        this.directory = directory;
    }

    /** What is done with a form. */
    interface Doing {
        Pages.Outcome with(Frame frame, UploadedForm form) throws SQLException;
    }

    /** Reads a form and answers. Forms of other sites are not read. */
    Response act(HttpServerRequest request, InputStream body, Section section, Attachments attachments, Doing doing) {
        return pages.act(request, section, frame -> {
            if (!SameOrigin.sent(request)) {
                throw new PageException(PageError.FOREIGN_FORM);
            }
            if (!attachments.forms().tryAcquire()) {
                throw new PageException(PageError.BUSY);
            }
            try {
                return doing.with(frame, read(request, body, attachments));
            } finally {
                attachments.forms().release();
            }
        });
    }

    private UploadedForm read(HttpServerRequest request, InputStream body, Attachments attachments) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        try (ReceivedForm received = ReceivedForm.of(body, type, directory, attachments)) {
            return UploadedForm.of(received, files, attachments);
        } catch (IOException e) {
            // It is broken, or whoever sent it went away or fell silent.
            throw new PageException(PageError.BAD_FORM);
        }
    }
}
