package org.anxin.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files stored by content: the SHA-256 of its bytes is a file's name, so the same file is stored once, and a file that
 * changed on the disk is noticed when it is read. Safe for many threads and processes that share the directory.
 */
public final class StoredFiles {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int FOLDER_DIGITS = 2;

    private final Path directory;
    private final Path arriving;

    /**
     * @param directory where the files are, made when the first one arrives; several nodes share it
     */
    public StoredFiles(Path directory) {
        this.directory = directory.toAbsolutePath();
        this.arriving = this.directory.resolve("arriving");
    }

    /**
     * Keeps all of {@code in}; when this returns it survives a crash of the machine.
     *
     * @param limit most bytes that are taken
     * @param kinds the kinds that are taken
     * @throws RefusedFileException if it is larger, or of no such kind
     * @throws FileStoreException if it cannot be written
     * @throws IOException if {@code in} cannot be read to its end
     */
    public StoredFile store(InputStream in, long limit, Set<FileKind> kinds) throws IOException {
        Path fresh = fresh();
        try {
            StoredFile file = receive(in, limit, kinds, fresh);
            moveInto(place(file.sha256()), fresh);
            return file;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * The file of this name, which was stored.
     *
     * @throws FileStoreException if it is missing or cannot be read, or its bytes are others than those once stored
     */
    public OpenedFile open(String sha256) throws FileStoreException {
        if (!NAME.matcher(sha256).matches()) {
            throw new FileStoreException("no file has such a name");
        }
        try {
            FileChannel channel = FileChannel.open(place(sha256), StandardOpenOption.READ);
            try {
                StoredFile file = verified(channel, sha256);
                return new OpenedFile(file, Channels.newInputStream(channel.position(0)));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new FileStoreException("a stored file is missing: " + sha256, e);
        } catch (FileStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new FileStoreException("a stored file cannot be read", e);
        }
    }

    private static StoredFile verified(FileChannel channel, String sha256) throws IOException {
        Received all = new Received(Long.MAX_VALUE);
        all.readAll(Channels.newInputStream(channel), bytes -> {});
        FileKind kind = FileKind.of(all.first());
        if (kind == null || !all.sha256().equals(sha256)) {
            throw new FileStoreException("a stored file was changed: " + sha256);
        }
        return new StoredFile(sha256, all.size(), kind);
    }

    private Path fresh() throws FileStoreException {
        try {
            return Files.createTempFile(Files.createDirectories(arriving), "", "");
        } catch (IOException e) {
            throw new FileStoreException("no file can be stored", e);
        }
    }

    private static StoredFile receive(InputStream in, long limit, Set<FileKind> kinds, Path fresh) throws IOException {
        Received all = new Received(limit);
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            all.readAll(in, bytes -> {
                // Nobody sends all of what is not taken.
                FileKind.of(all.first(), kinds);
                write(out, bytes);
            });
            force(out);
        }
        return new StoredFile(all.sha256(), all.size(), FileKind.of(all.first(), kinds));
    }

    /** A file of that name has the same bytes, unless the disk lost some: the fresh one replaces it. */
    private void moveInto(Path place, Path fresh) throws FileStoreException {
        try {
            Path folder = Files.createDirectories(place.getParent());
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path changed : new Path[] {folder, directory}) {
                try (FileChannel names = FileChannel.open(changed)) {
                    names.force(true);
                }
            }
        } catch (IOException e) {
            throw new FileStoreException("a file could not be stored", e);
        }
    }

    /** Few files a folder, for the sake of whoever lists or backs them up. */
    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, FOLDER_DIGITS)).resolve(sha256);
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws FileStoreException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new FileStoreException("a file could not be stored", e);
        }
    }

    private static void force(FileChannel out) throws FileStoreException {
        try {
            out.force(true);
        } catch (IOException e) {
            throw new FileStoreException("a file could not be stored", e);
        }
    }
}
