package org.anxin.registry.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.anxin.files.FileStoreException;
import org.anxin.files.UnnamedFile;
import org.anxin.json.Utf8;

/**
 * What a client sent, kept in a temporary file, so that a slow client holds no transaction open, one that goes away
 * leaves nothing behind, and whether all of it is UTF-8 is known before the first row is read.
 */
public final class Upload implements Closeable {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_SEQUENCE = 4;

    private final UnnamedFile file;
    private boolean utf8 = true;

    private Upload(UnnamedFile file) {
        this.file = file;
    }

    /** The disk cannot take it. */
    public static final class NoSpaceException extends IOException {
        NoSpaceException(IOException cause) {
            super("an upload could not be kept", cause);
        }
    }

    /**
     * Reads all of {@code in}.
     *
     * @param directory where the file is kept; made if missing
     * @throws NoSpaceException if the file cannot be written
     * @throws IOException if the client went away
     */
    public static Upload of(InputStream in, Path directory) throws IOException {
        Upload upload = new Upload(file(directory));
        try {
            upload.receive(in);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static UnnamedFile file(Path directory) throws NoSpaceException {
        try {
            return UnnamedFile.in(directory);
        } catch (FileStoreException e) {
            throw new NoSpaceException(e);
        }
    }

    /** A sequence that a chunk cuts in two is checked with the next one. */
    private void receive(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK + LONGEST_SEQUENCE];
        int unchecked = 0;
        for (int count = in.read(chunk, 0, CHUNK); count >= 0; count = in.read(chunk, unchecked, CHUNK)) {
            write(ByteBuffer.wrap(chunk, unchecked, count));
            int end = unchecked + count;
            int malformed = utf8 ? Utf8.firstMalformed(chunk, 0, end) : -1;
            unchecked = malformed < 0 ? 0 : end - malformed;
            if (unchecked >= LONGEST_SEQUENCE) {
                utf8 = false;
                unchecked = 0;
            }
            System.arraycopy(chunk, end - unchecked, chunk, 0, unchecked);
        }
        utf8 &= unchecked == 0;
    }

    private void write(ByteBuffer bytes) throws NoSpaceException {
        try {
            file.write(bytes);
        } catch (FileStoreException e) {
            throw new NoSpaceException(e);
        }
    }

    /** Whether all of it is well-formed UTF-8. */
    boolean isUtf8() {
        return utf8;
    }

    /** Its bytes from the start. Only one such stream can be read at a time; closing it leaves the upload open. */
    InputStream bytes() throws IOException {
        return at(0);
    }

    /** Its bytes from a place on. */
    InputStream at(long position) throws IOException {
        return file.at(position);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
