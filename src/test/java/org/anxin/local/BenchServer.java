package org.anxin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of its own for benchmarks, with the memory of a machine that is there for it. */
public final class BenchServer implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "shared_buffers = '2GB'", "work_mem = '256MB'", "maintenance_work_mem = '1GB'", "max_wal_size = '8GB'");

    private final PostgresServer server;

    /** How to reach one of its databases. */
    public record Database(String url, String user, String password) {
        /** A new connection. */
        public Connection connect() throws SQLException {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source.getConnection();
        }

        /** Runs statements that give nothing. */
        public void execute(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** The only value of a query. */
        public String one(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private BenchServer(PostgresServer server) {
        this.server = server;
    }

    /** Starts it with files in this directory. */
    public static BenchServer start(Path directory) throws IOException, SQLException {
        PostgresServer server = PostgresServer.start(directory);
        for (String setting : SETTINGS) {
            execute(server, "alter system set " + setting);
        }
        execute(server, "grant pg_checkpoint to anxin");
        server.close();
        return new BenchServer(PostgresServer.start(directory));
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection superuser = Accounts.connect(server.superuser());
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A database with the service's tables; an older one of that name is dropped. */
    public Database fresh(String name) throws SQLException {
        execute(server, "drop database if exists " + name + " with (force)");
        execute(server, "create database " + name + " owner anxin");
        Access access = server.service();
        Database database = new Database(
                access.url().substring(0, access.url().lastIndexOf('/') + 1) + name, access.user(), access.password());
        Flyway.configure()
                .dataSource(database.url, database.user, database.password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
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
