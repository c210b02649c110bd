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
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of its own for benchmarks, with the memory of a machine that is there for it. */
public final class BenchServer implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "shared_buffers = '2GB'", "work_mem = '256MB'", "maintenance_work_mem = '1GB'", "max_wal_size = '8GB'");

    private final PostgresServer server;

    /** How to reach one of its databases. */
    public record Database(String url, String user, String password, DataSource owner) {
        /** A new connection of the owner of its tables. */
        public Connection connect() throws SQLException {
            return owner.getConnection();
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
        execute(server, "grant pg_checkpoint to anxin_owner");
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
        execute(server, "create database " + name + " owner anxin_owner");
        Access access = server.service();
        String url = access.url().substring(0, access.url().lastIndexOf('/') + 1) + name;
        Database database = new Database(url, access.user(), access.password(), owner(server.owner(), url));
        Flyway.configure()
                .dataSource(database.owner)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static DataSource owner(Access owner, String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner.user());
        source.setPassword(owner.password());
        return source;
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
