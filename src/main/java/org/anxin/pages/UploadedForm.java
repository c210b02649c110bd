package org.anxin.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.anxin.files.FileKind;
import org.anxin.files.RefusedFileException;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.security.SameOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file.
 *
 * @param form its other fields
 * @param file that was handed in and is stored; null if there is none
 * @param refused why a file was not taken; null if none was refused
 */
record UploadedForm(Form form, @Nullable StoredFile file, RefusedFileException.@Nullable Reason refused) {
    private static final Set<FileKind> KINDS = EnumSet.allOf(FileKind.class);
    private static final int MOST_OF_FIELDS = 64 * 1024;

    /** So much more than the largest file is still read, so that the sender gets to see the answer. */
    private static final int PATIENCE = 5;

    /**
     * Reads a form. A file that is not taken is passed over; whatever becomes of the form, one that is taken stays, under the
     * hash of its content.
     *
     * @param most bytes of a file
     * @throws PageException if it comes from elsewhere, cannot be read or is much too large
     * @throws IOException if a file cannot be stored
     */
    static UploadedForm of(HttpServerRequest request, InputStream body, StoredFiles files, long most)
            throws IOException {
        if (!SameOrigin.sent(request)) {
            throw new PageException(PageError.FOREIGN_FORM);
        }
        InputStream limited = new Limited(body, PATIENCE * most + MOST_OF_FIELDS);
        Multipart parts = Multipart.of(limited, request.getHeader(HttpHeaders.CONTENT_TYPE));
        Map<String, String> fields = new HashMap<>();
        StoredFile file = null;
        RefusedFileException.Reason refused = null;
        for (Multipart.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.fileName() == null) {
                fields.put(part.name(), text(part.bytes(), fields));
            } else if (!part.fileName().isEmpty()) {
                try {
                    file = files.store(part.bytes(), most, KINDS);
                } catch (RefusedFileException e) {
                    refused = e.reason();
                }
            }
        }
        return new UploadedForm(Form.of(fields), file, refused);
    }

    private static String text(InputStream bytes, Map<String, String> before) throws IOException {
        int left = MOST_OF_FIELDS
                - before.values().stream().mapToInt(String::length).sum();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(bytes.readNBytes(Math.max(0, left)));
        if (bytes.read() >= 0) {
            throw new PageException(PageError.TOO_LARGE);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** A stream that does not go on for ever. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new PageException(PageError.TOO_LARGE);
            }
        }
    }
}
