package org.anxin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Files in a directory, each named by the SHA-256 of its content; no name comes from outside. A file is written under another
 * name, forced to the disk and then moved, so that whatever has its final name is whole, also after a crash. A file that
 * nothing refers to does no harm.
 */
public final class FileStore {
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
        try (IncomingFile incoming = IncomingFile.in(directory.resolve(INCOMING))) {
            Kept kept = incoming.receive(in, most);
            moveIn(incoming.path(), kept.sha256);
            return kept;
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
