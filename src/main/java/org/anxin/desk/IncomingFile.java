package org.anxin.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file that is being received, under a name of its own. Whatever was not moved away is gone when it is closed.
 *
 * @param path where it is
 */
record IncomingFile(Path path) implements Closeable {
    private static final int CHUNK = 64 * 1024;

    /** A new one in this directory, which is made if missing. */
    static IncomingFile in(Path directory) throws FileStore.DiskException {
        try {
            return new IncomingFile(Files.createTempFile(Files.createDirectories(directory), "file-", ""));
        } catch (IOException e) {
            throw new FileStore.DiskException(e);
        }
    }

    /** Receives all of {@code in}, and forces it to the disk. */
    FileStore.Kept receive(InputStream in, long most) throws IOException {
        MessageDigest hash = FileStore.sha256();
        byte[] head = new byte[0];
        long size = 0;
        try (FileChannel file = opened(path)) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.readNBytes(chunk, 0, CHUNK); count > 0; count = in.readNBytes(chunk, 0, CHUNK)) {
                if (size == 0) {
                    head = Arrays.copyOf(chunk, Math.min(count, FileKind.HEAD));
                    requireKind(head);
                }
                size += count;
                if (size > most) {
                    throw new FileRefusedException(FileRefusedException.Reason.TOO_LARGE);
                }
                hash.update(chunk, 0, count);
                write(file, ByteBuffer.wrap(chunk, 0, count));
            }
            force(file);
        }
        if (size == 0) {
            throw new FileRefusedException(FileRefusedException.Reason.EMPTY);
        }
        return new FileStore.Kept(HexFormat.of().formatHex(hash.digest()), size, requireKind(head));
    }

    private static FileKind requireKind(byte[] head) {
        FileKind kind = FileKind.of(head);
        if (kind == null) {
            throw new FileRefusedException(FileRefusedException.Reason.OTHER_KIND);
        }
        return kind;
    }

    private static FileChannel opened(Path file) throws FileStore.DiskException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FileStore.DiskException(e);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws FileStore.DiskException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new FileStore.DiskException(e);
        }
    }

    private static void force(FileChannel file) throws FileStore.DiskException {
        try {
            file.force(true);
        } catch (IOException e) {
            throw new FileStore.DiskException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
