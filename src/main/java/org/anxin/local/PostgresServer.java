package org.anxin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anxin.text.Bilingual;

/**
 * A running PostgreSQL of our own, on a free port of 127.0.0.1, as durable as any: a commit that was confirmed survives
 * a crash of the machine.
 */
final class PostgresServer implements AutoCloseable {
    /** A port that was free may be taken by another program before the server has it. */
    private static final int ATTEMPTS = 3;
    /** Recovery after a crash may have gigabytes to read. */
    private static final String START_SECONDS = "600";

    private static final String STOP_SECONDS = "60";

    private final OwnerLock lock;
    private final Programs programs;
    private final Cluster cluster;
    private int port;

    private PostgresServer(OwnerLock lock, Programs programs, Cluster cluster) {
        this.lock = lock;
        this.programs = programs;
        this.cluster = cluster;
    }

    /**
     * Starts the server of a directory, which is filled at the first start. A server left by a JVM that was killed is
     * replaced.
     *
     * @throws DatabaseStartException if it cannot start; the message tells what to do
     */
    static PostgresServer start(Path directory) {
        Path place = directory.toAbsolutePath().normalize();
        try {
            OwnerLock lock = OwnerLock.take(place);
            try {
                return start(place, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseStartException(
                    new Bilingual(
                            "无法读写数据库目录 " + place + "（" + e + "）。请检查权限和剩余空间，或将 anxin.data.directory 设为其他目录。",
                            "Cannot read or write the database directory " + place + " (" + e
                                    + "). Check its permissions"
                                    + " and the free space, or set anxin.data.directory to another directory."),
                    e);
        }
    }

    private static PostgresServer start(Path directory, OwnerLock lock) throws IOException {
        Programs programs = Programs.of(Binaries.installed(directory.resolve("programs")));
        Cluster cluster = new Cluster(directory.resolve("cluster"));
        cluster.make(programs);
        new Leftover(cluster.data()).clear(programs);
        PostgresServer server = new PostgresServer(lock, programs, cluster);
        server.start();
        try {
            Accounts.make(server);
        } catch (RuntimeException e) {
            server.stop("fast");
            throw e;
        }
        return server;
    }

    private void start() throws IOException {
        String output = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            port = freePort();
            Settings.write(cluster.data(), port);
            // Messages of this start only, so that a failure shows its own.
            cluster.turnLog();
            Programs.Result result = programs.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "--pgdata=" + cluster.data(),
                            "--log=" + cluster.log(),
                            "--wait",
                            "--timeout=" + START_SECONDS,
                            "--options=" + Settings.arguments(port)));
            if (!result.failed()) {
                return;
            }
            output = Files.exists(cluster.log()) ? Files.readString(cluster.log()) : result.output();
        }
        throw new DatabaseStartException(new Bilingual(
                "本地数据库未能启动（" + cluster.directory() + "）。PostgreSQL 报告：\n" + output,
                "The local database did not start (" + cluster.directory() + "). PostgreSQL reports:\n" + output));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Port on 127.0.0.1. */
    int port() {
        return port;
    }

    /** The service's access to its database. */
    Access service() {
        return cluster.access(port, Cluster.SERVICE, Cluster.SERVICE);
    }

    /** The owner's access to the service's database. */
    Access owner() {
        return cluster.access(port, Cluster.OWNER, Cluster.SERVICE);
    }

    /** The superuser's access to the database {@code postgres}. */
    Access superuser() {
        return superuserIn("postgres");
    }

    /** The superuser's access to a database. */
    Access superuserIn(String database) {
        return cluster.access(port, Cluster.SUPERUSER, database);
    }

    /** PostgreSQL's own directory. */
    Path data() {
        return cluster.data();
    }

    private boolean stop(String mode) throws IOException {
        List<String> arguments =
                List.of("stop", "--pgdata=" + cluster.data(), "--mode=" + mode, "--wait", "--timeout=" + STOP_SECONDS);
        return !programs.run("pg_ctl", arguments).failed();
    }

    /** Stops it: what is committed stays, what is not is rolled back. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (!stop("fast")) {
                stop("immediate");
            }
        }
    }
}
