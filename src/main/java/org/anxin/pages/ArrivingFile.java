package org.anxin.pages;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.multipart.DiskFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.anxin.files.FileStoreException;
import org.anxin.files.RefusedFileException;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.files.UnnamedFile;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file of a form while the form arrives. It is kept in a file without a name; the name that the sender gives it is for nothing
 * but telling whether a file was chosen. Of one that is not taken nothing is kept, but it is counted.
 */
final class ArrivingFile extends DiskFileUpload {
    private static final Logger LOG = Logger.getLogger(ArrivingFile.class);

    private final Path directory;
    private final long most;
    private @Nullable UnnamedFile kept;
    private UploadedForm.@Nullable Refusal refusal;

    /**
     * @param directory where it is kept
     * @param most bytes of it
     */
    ArrivingFile(String field, String fileName, Path directory, long most) {
        super(field, fileName, "application/octet-stream", "binary", StandardCharsets.UTF_8, 0);
        this.directory = directory;
        this.most = most;
    }

    @Override
    public void addContent(ByteBuf bytes, boolean last) {
        try {
            size += bytes.readableBytes();
            if (size > most) {
                refuse(UploadedForm.Refusal.TOO_LARGE);
            } else if (bytes.isReadable() && refusal == null) {
                UnnamedFile file = kept == null ? UnnamedFile.in(directory) : kept;
                kept = file;
                file.write(bytes.nioBuffer());
            }
        } catch (FileStoreException e) {
            failed(e);
        } finally {
            bytes.release();
        }
        if (last) {
            setCompleted();
        }
    }

    private void refuse(UploadedForm.Refusal why) {
        refusal = why;
        delete();
    }

    private void failed(FileStoreException e) {
        LOG.error("A file of a form could not be kept", e);
        refuse(UploadedForm.Refusal.NOT_STORED);
    }

    /** Bytes that are kept. */
    long keptSize() {
        return kept == null ? 0 : size;
    }

    /** Whether there is a file at all: a field into which none was put has neither a name nor content. */
    boolean isChosen() {
        return size > 0 || !getFilename().isEmpty();
    }

    /** Why it is not taken; null if it is, as far as is known. */
    UploadedForm.@Nullable Refusal refusal() {
        return refusal;
    }

    /** Stores it; null if it is not taken, and {@link #refusal} says why. */
    @Nullable
    StoredFile store(StoredFiles files, Attachments attachments) throws IOException {
        if (refusal != null) {
            return null;
        }
        try (InputStream bytes = kept == null ? InputStream.nullInputStream() : kept.at(0)) {
            return files.store(bytes, most, attachments.kinds());
        } catch (RefusedFileException e) {
            refuse(
                    e.reason() == RefusedFileException.Reason.TOO_LARGE
                            ? UploadedForm.Refusal.TOO_LARGE
                            : UploadedForm.Refusal.UNKNOWN_KIND);
        } catch (FileStoreException e) {
            failed(e);
        }
        return null;
    }

    /** Gives up what is kept. */
    @Override
    public void delete() {
        try {
            if (kept != null) {
                kept.close();
                kept = null;
            }
        } catch (IOException e) {
            LOG.error("A file of a form could not be given up", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
