package org.anxin.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stored file whose bytes were found to be those that its name promises.
 *
 * @param file what it is
 * @param bytes all of it, from the start
 */
public record OpenedFile(StoredFile file, InputStream bytes) implements Closeable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
