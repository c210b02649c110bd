package org.anxin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server seen from outside the JVM that owns it: accidents that happen to it, and a look at what is stored.
 *
 * @param directory the one that {@code anxin.database.directory} names
 */
public record TestCluster(Path directory) {
    private static final int PORT_LINE = 3;

    /** The server that all tests of the JVM share, see {@link TestDatabase}. */
    public static TestCluster shared() {
        return new TestCluster(Path.of("target/test-data/postgres").toAbsolutePath());
    }

    /** Makes one that does not run yet, with settings of an operator, {@code name = 'value'} each. */
    public static TestCluster made(Path directory, List<String> settings) throws SQLException, IOException {
        try (PostgresServer server = PostgresServer.start(directory);
                Connection superuser = Accounts.connect(server.superuser());
                Statement statement = superuser.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
        }
        return new TestCluster(directory);
    }

    /**
     * Makes and starts a server that follows this one, in a directory that is not there yet: by copying its files while it
     * works.
     */
    public TestCluster standby(Path place) throws SQLException, IOException {
        TestCluster standby = new TestCluster(place);
        Files.createDirectories(standby.data());
        Access superuser = access(Cluster.SUPERUSER, "postgres");
        try (Connection connection = Accounts.connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copyFiles(data(), standby.data());
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(standby.data().resolve("backup_label"), stopped.getString(1));
            }
        }
        for (String role : List.of(Cluster.SUPERUSER, Cluster.SERVICE, Cluster.OWNER)) {
            Files.copy(
                    cluster().directory().resolve(role + ".password"),
                    standby.cluster().directory().resolve(role + ".password"));
        }
        Files.setPosixFilePermissions(standby.data(), PosixFilePermissions.fromString("rwx------"));
        Files.createFile(standby.data().resolve("standby.signal"));
        Files.writeString(
                standby.data().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%n"
                        .formatted(port(), superuser.user(), superuser.password()));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings.write(standby.data(), free.getLocalPort());
        }
        standby.start();
        return standby;
    }

    /** All but what belongs to the process; what is removed meanwhile was not needed. */
    private static void copyFiles(Path from, Path to) throws IOException {
        Set<String> others = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(place)));
                boolean isOther = others.contains(place.getFileName().toString());
                return isOther ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!others.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException e) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A database of it, as the superuser reaches it. */
    public DataSource superuser(String database) {
        return source(access(Cluster.SUPERUSER, database));
    }

    /** What programs of PostgreSQL read from the environment to reach it as its superuser. */
    public Map<String, String> superuserVariables() {
        Access access = access(Cluster.SUPERUSER, "postgres");
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(port()),
                "PGUSER", access.user(),
                "PGPASSWORD", access.password());
    }

    /** PostgreSQL's own directory. */
    public Path data() {
        return cluster().data();
    }

    /** The service's database, as the superuser reaches it. */
    public DataSource superuser() {
        return source(access(Cluster.SUPERUSER, Cluster.SERVICE));
    }

    /** Ends it by {@code pg_ctl stop -m immediate}: without a goodbye to anybody, to recover at the next start. */
    public void crash() {
        control("stop", "--mode=immediate");
    }

    /** Ends it in order. */
    public void stop() {
        control("stop", "--mode=fast");
    }

    /** Ends all its processes as {@code kill -9} does. */
    public void kill() {
        List<ProcessHandle> ours =
                ProcessHandle.allProcesses().filter(this::isOurs).toList();
        ours.forEach(ProcessHandle::destroyForcibly);
        ours.forEach(process -> process.onExit().join());
    }

    /** Starts it again where it was, as an operator would by hand, and waits until it answers. */
    public void start() {
        control("start", "--log=" + cluster().log());
    }

    /** The service's database, as the service reaches it. */
    public DataSource service() {
        return source(access(Cluster.SERVICE, Cluster.SERVICE));
    }

    /** Port on 127.0.0.1. */
    public int port() {
        try {
            return Integer.parseInt(Files.readAllLines(cluster().data().resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Access access(String user, String database) {
        return cluster().access(port(), user, database);
    }

    private static DataSource source(Access access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    private Cluster cluster() {
        return new Cluster(directory.resolve("cluster"));
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return process.info().command().orElse("").endsWith("/postgres")
                    && Files.isSameFile(
                            Path.of("/proc/" + process.pid() + "/cwd"),
                            cluster().data());
        } catch (IOException e) {
            return false;
        }
    }

    private void control(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--pgdata=" + cluster().data());
        all.add("--wait");
        try {
            Programs programs = Programs.of(Binaries.installed(directory.resolve("programs")));
            Programs.Result result = programs.run("pg_ctl", all);
            if (result.failed()) {
                throw new AssertionError(result.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
