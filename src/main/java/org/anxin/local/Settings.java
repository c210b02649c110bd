package org.anxin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How our PostgreSQL is set. */
final class Settings {
    /** Written at each start; {@code alter system} overrides it, so that an operator can tune a large installation. */
    private static final String FILE = """
            # Written by Anxin at each start. Use ALTER SYSTEM for settings of your own.
            max_connections = 100
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 32MB
            maintenance_work_mem = 256MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            # Errors of statements go to the service; the log must not repeat what people's rows contain.
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private Settings() {}

    /** Writes the file; with the fixed settings too, so that a server which an operator starts by hand is the same. */
    static void write(Path data, int port) throws IOException {
        StringBuilder file = new StringBuilder(FILE);
        fixed(port).forEach((name, value) -> file.append(name + " = '" + value + "'\n"));
        Files.writeString(data.resolve("postgresql.conf"), file);
    }

    /** For the command line: what nobody may override. */
    static String arguments(int port) {
        return fixed(port).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** It decides who reaches the database, and whether a confirmed commit is kept. */
    private static SortedMap<String, String> fixed(int port) {
        return new TreeMap<>(Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on"));
    }
}
