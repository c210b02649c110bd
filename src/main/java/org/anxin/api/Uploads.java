package org.anxin.api;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.anxin.files.FileKind;
import org.anxin.files.FileStoreException;
import org.anxin.files.RefusedFileException;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.registry.imports.Upload;
import org.jboss.logging.Logger;

/** Receives what clients send as streams. */
@Singleton
class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Path directory;

    Uploads(AnxinConfig config) {
        this.directory = config.imports().directory();
    }

    /** All of {@code body}. */
    Upload receive(InputStream body) throws Upload.NoSpaceException {
        try {
            return Upload.of(body, directory);
        } catch (Upload.NoSpaceException e) {
            throw e;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /**
     * All of {@code body}, as a file that is stored.
     *
     * @param limit most bytes
     * @param kinds that are taken
     */
    static StoredFile store(StoredFiles files, InputStream body, long limit, Set<FileKind> kinds) throws IOException {
        try {
            return files.store(body, limit, kinds);
        } catch (RefusedFileException | FileStoreException e) {
            throw e;
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /** Ends a request whose sender went away or fell silent: nobody is left to tell, and nothing is wrong here. */
    static ProblemException gone(Throwable e) {
        LOG.debugf("An upload ended early: %s", e.getMessage());
        return new ProblemException(ProblemType.BAD_REQUEST);
    }
}
