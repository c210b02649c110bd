package org.anxin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.anxin.personal.PersonalKeys;
import org.anxin.text.Bilingual;

/**
 * The files of a database and the passwords that open it. They are made beside their place and moved there at once, so
 * that a directory of that name is always complete.
 *
 * @param directory {@code data}, the passwords, and the key of personal data
 */
record Cluster(Path directory) {
    /** The role that may do everything; the service itself is not it. */
    static final String SUPERUSER = "postgres";
    /** The role of the service, and the name of its database. */
    static final String SERVICE = "anxin";
    /** The role that owns the tables and migrates them; the service itself is not it. */
    static final String OWNER = "anxin_owner";

    private static final int PASSWORD_BYTES = 24;
    private static final String PERSONAL_KEY = "personal.keys";

    /** PostgreSQL's own directory. */
    Path data() {
        return directory.resolve("data");
    }

    /** What the server tells about itself. */
    Path log() {
        return directory.resolve("server.log");
    }

    /** Begins a new log; that of the start before is kept, since it may tell how that one ended. */
    void turnLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** How a role reaches a database of the server on {@code port}. */
    Access access(int port, String user, String database) {
        try {
            return new Access(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, Files.readString(password(user)));
        } catch (IOException e) {
            throw new DatabaseStartException(
                    new Bilingual(
                            "无法读取 " + password(user) + "。请恢复该文件。", "Cannot read " + password(user) + ". Restore it."),
                    e);
        }
    }

    private Path password(String user) {
        return secret(user + ".password");
    }

    private Path secret(String name) {
        return directory.resolve(name);
    }

    /** The key that seals people's names, as the configuration has it. */
    String personalKey() {
        try {
            return Files.readString(secret(PERSONAL_KEY));
        } catch (IOException e) {
            throw new DatabaseStartException(
                    new Bilingual(
                            "无法读取 " + secret(PERSONAL_KEY) + "。请恢复该文件。",
                            "Cannot read " + secret(PERSONAL_KEY) + ". Restore it."),
                    e);
        }
    }

    /** Makes it unless it is there. */
    void make(Programs programs) throws IOException {
        if (Files.exists(directory)) {
            if (!Files.exists(secret(PERSONAL_KEY))) {
                // Made by a version that sealed nothing.
                write(secret(PERSONAL_KEY), PersonalKeys.fresh(1));
            }
            if (!Files.exists(password(OWNER))) {
                // Made by a version whose service owned the tables.
                generatePassword(OWNER);
            }
            return;
        }
        Path beside = directory.resolveSibling(directory.getFileName() + ".new");
        Trees.delete(beside);
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Cluster fresh = new Cluster(beside);
        fresh.generatePassword(SUPERUSER);
        fresh.generatePassword(SERVICE);
        fresh.generatePassword(OWNER);
        fresh.write(fresh.secret(PERSONAL_KEY), PersonalKeys.fresh(1));
        fresh.initialise(programs);
        Trees.force(beside);
        Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
        Trees.force(directory.resolve(".."));
    }

    private void generatePassword(String user) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(password(user), text);
    }

    private void write(Path secret, String text) throws IOException {
        try (FileChannel file = FileChannel.open(
                secret,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            file.write(StandardCharsets.US_ASCII.encode(text));
            file.force(true);
        }
    }

    private void initialise(Programs programs) throws IOException {
        Programs.Result result = programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + data(),
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password(SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
        if (result.failed()) {
            throw new DatabaseStartException(new Bilingual(
                    "无法在 " + directory + " 建立数据库：\n" + result.output(),
                    "Cannot make the database in " + directory + ":\n" + result.output()));
        }
    }
}
