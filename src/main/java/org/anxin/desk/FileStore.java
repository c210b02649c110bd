package org.anxin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Files in a directory, each named by the SHA-256 of its content; no name comes from outside. A file is written under another
 * name, forced to the disk and then moved, so that whatever has its final name is whole, also after a crash. A file that
 * nothing refers to does no harm.
 */
public final class FileStore {
    private static final int CHUNK = 64 * 1024;
    private static final String INCOMING = "incoming";
    private static final int FOLDER = 2;

    private final Path directory;
    private final long most;

    /**
     * @param directory made if missing; nodes that share a database share it
     * @param most bytes of a file
     */
    public FileStore(Path directory, long most) {
        this.directory = directory;
        this.most = most;
    }

    /**
     * A file that is safe on the disk.
     *
     * @param sha256 of its content, 64 hexadecimal digits in lower case
     */
    public record Kept(String sha256, long size, FileKind kind) {}

    /** The disk failed, and not the sender. */
    public static final class DiskException extends IOException {
        DiskException(IOException cause) {
            super("a file could not be kept", cause);
        }
    }

    /** What is stored is missing or is not what was stored. */
    public static final class SpoiltException extends IOException {
        SpoiltException(String sha256) {
            super("the file " + sha256 + " is missing or spoilt");
        }
    }

    /**
     * Keeps all of {@code in}.
     *
     * @throws FileRefusedException if it is too large, empty or of no kind that is taken
     * @throws DiskException if it cannot be written
     * @throws IOException if the sender went away
     */
    public Kept keep(InputStream in) throws IOException {
        Path incoming = incoming();
        try {
            Kept kept = receive(in, incoming);
            moveIn(incoming, kept.sha256);
            return kept;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private Path incoming() throws DiskException {
        try {
            return Files.createTempFile(Files.createDirectories(directory.resolve(INCOMING)), "file-", "");
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    private Kept receive(InputStream in, Path incoming) throws IOException {
        MessageDigest hash = sha256();
        byte[] head = new byte[0];
        long size = 0;
        try (FileChannel file = opened(incoming)) {
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
        return new Kept(HexFormat.of().formatHex(hash.digest()), size, requireKind(head));
    }

    private static FileKind requireKind(byte[] head) {
        FileKind kind = FileKind.of(head);
        if (kind == null) {
            throw new FileRefusedException(FileRefusedException.Reason.OTHER_KIND);
        }
        return kind;
    }

    private static FileChannel opened(Path file) throws DiskException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws DiskException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    private static void force(FileChannel file) throws DiskException {
        try {
            file.force(true);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    /** Replaces a file of the same name, which has the same content unless the disk spoilt it. */
    private void moveIn(Path incoming, String sha256) throws DiskException {
        try {
            Path folder = Files.createDirectories(folder(sha256));
            Files.move(incoming, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            forceFolder(directory);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    /** A name is safe only once its folder is. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder(String sha256) {
        return directory.resolve(sha256.substring(0, FOLDER));
    }

    /**
     * The content of a file that was kept.
     *
     * @throws SpoiltException if it is missing or another content
     */
    public byte[] content(FileOnRecord file) throws IOException {
        Path path = folder(file.sha256()).resolve(file.sha256());
        if (!Files.isRegularFile(path) || Files.size(path) != file.size()) {
            throw new SpoiltException(file.sha256());
        }
        byte[] content = Files.readAllBytes(path);
        if (!HexFormat.of().formatHex(sha256().digest(content)).equals(file.sha256())) {
            throw new SpoiltException(file.sha256());
        }
        return content;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
