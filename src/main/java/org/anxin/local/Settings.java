package org.anxin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    static void write(Path data) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), FILE);
    }

    /** What nobody may override: it decides who reaches the database, and whether a confirmed commit is kept. */
    static String fixed(int port) {
        return "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on";
    }
}
