package org.anxin.files;

import java.io.IOException;

/** The disk cannot take a file, or gives back another one than it was given. */
public final class FileStoreException extends IOException {
    FileStoreException(String message) {
        super(message);
    }

    FileStoreException(String message, IOException cause) {
        super(message, cause);
    }
}
