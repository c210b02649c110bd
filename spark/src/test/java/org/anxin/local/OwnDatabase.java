package org.anxin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL as the service runs it, for several programs at once. */
public final class OwnDatabase implements AutoCloseable {
    private final PostgresServer server;

    private OwnDatabase(PostgresServer server) {
        this.server = server;
    }

    /** @param directory for its files, empty or not there */
    public static OwnDatabase start(Path directory) {
        return new OwnDatabase(PostgresServer.start(directory));
    }

    /** JDBC URL of the service's database. */
    public String url() {
        return server.service().url();
    }

    /** The service's user. */
    public String user() {
        return server.service().user();
    }

    /** The service's password. */
    public String password() {
        return server.service().password();
    }

    /** What tells the service, and its commands, of this database. */
    public Map<String, String> environment() {
        Access owner = server.owner();
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url(),
                "QUARKUS_DATASOURCE_USERNAME",
                user(),
                "QUARKUS_DATASOURCE_PASSWORD",
                password(),
                "QUARKUS_FLYWAY_USERNAME",
                owner.user(),
                "QUARKUS_FLYWAY_PASSWORD",
                owner.password());
    }

    /** Numbers of its processes: the first one, and those that it started. */
    public List<Long> processes() throws IOException {
        long first = Long.parseLong(Files.readAllLines(server.data().resolve("postmaster.pid"))
                .get(0)
                .trim());
        List<Long> all = new ArrayList<>(List.of(first));
        ProcessHandle.of(first).ifPresent(handle -> handle.children().forEach(child -> all.add(child.pid())));
        return all;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
