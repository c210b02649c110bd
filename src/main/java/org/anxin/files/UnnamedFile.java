package org.anxin.files;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for as long as it is open: it has no name, and is gone when it is closed, even by kill -9. Not for several threads at
 * a time.
 */
public final class UnnamedFile implements Closeable {
    private final SeekableByteChannel file;

    private UnnamedFile(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * An empty one.
     *
     * @param directory on whose disk it is; made if missing
     * @throws FileStoreException if there can be none
     */
    public static UnnamedFile in(Path directory) throws FileStoreException {
        try {
            Path file = Files.createTempFile(Files.createDirectories(directory), "upload-", "");
            return new UnnamedFile(Files.newByteChannel(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new FileStoreException("no file can be kept", e);
        }
    }

    /**
     * Writes all of {@code bytes} behind what was written before.
     *
     * @throws FileStoreException if the disk cannot take them
     */
    public void write(ByteBuffer bytes) throws FileStoreException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new FileStoreException("a file could not be kept", e);
        }
    }

    /**
     * Its bytes from a place on. Only one such stream can be read at a time, when all is written; closing it leaves the file
     * open.
     */
    public InputStream at(long position) throws IOException {
        file.position(position);
        return new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                // The file may be read again.
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
