package org.anxin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.anxin.text.Bilingual;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each version of them. */
final class Binaries {
    private static final int OWNER_EXECUTES = 0100;
    private static final int NAME_LENGTH = 16;

    private Binaries() {}

    /**
     * Where they are; unpacked if they were not. A directory of that name is always complete.
     *
     * @param directory where installations are kept
     * @throws DatabaseStartException if there are none for this kind of machine
     */
    static Path installed(Path directory) throws IOException {
        String archive = archive();
        Path installation = directory.resolve(fingerprint(archive));
        if (!Files.exists(installation)) {
            Trees.delete(directory);
            Path fresh = Files.createDirectories(directory.resolve("new"));
            try (InputStream packed = open(archive)) {
                unpack(packed, fresh);
            }
            Files.move(fresh, installation, StandardCopyOption.ATOMIC_MOVE);
        }
        return installation;
    }

    private static String archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> throw unknownMachine(machine);
        };
    }

    private static InputStream open(String archive) {
        InputStream packed = resource(archive);
        if (packed == null || !System.getProperty("os.name").equals("Linux")) {
            throw unknownMachine(System.getProperty("os.name"));
        }
        return packed;
    }

    /** Null too where the packaging lacks them, as the container image does: the class loader still knows their jar by name. */
    private static @Nullable InputStream resource(String archive) {
        try {
            return Binaries.class.getClassLoader().getResourceAsStream(archive);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return null;
            }
            throw e;
        }
    }

    private static DatabaseStartException unknownMachine(String machine) {
        return new DatabaseStartException(new Bilingual(
                "本软件不附带适用于本机（" + machine + "）的 PostgreSQL。请用 QUARKUS_DATASOURCE_JDBC_URL 指定其他数据库。",
                "No PostgreSQL for this machine (" + machine + ") comes with the service. Name another database in"
                        + " QUARKUS_DATASOURCE_JDBC_URL."));
    }

    private static String fingerprint(String archive) throws IOException {
        try (InputStream packed = open(archive);
                DigestInputStream digest = new DigestInputStream(packed, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
