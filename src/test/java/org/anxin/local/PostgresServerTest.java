package org.anxin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local mode's PostgreSQL is durable, and takes over from whatever ended badly. */
class PostgresServerTest {
    /** Of all tests: the programs are unpacked and the database is made once. */
    @TempDir
    static Path directory;

    @Test
    void aCommitIsDurableAndOnlyThisMachineReachesIt() throws IOException, SQLException {
        Map<String, String> expected = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "data_checksums", "on",
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "server_encoding", "UTF8",
                "log_timezone", "UTC",
                "jit", "off");
        try (PostgresServer server = PostgresServer.start(directory);
                Connection connection = Accounts.connect(server.superuser())) {
            for (Map.Entry<String, String> setting : expected.entrySet()) {
                assertThat(value(connection, "show " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
            }
        }
    }

    @Test
    void noSettingOfAnOperatorMakesItLessDurable() throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.start(directory);
                Connection connection = Accounts.connect(server.superuser())) {
            execute(connection, "alter system set fsync = off");
            execute(connection, "alter system set work_mem = '33MB'");
        }
        try (PostgresServer server = PostgresServer.start(directory);
                Connection connection = Accounts.connect(server.superuser())) {
            assertThat(value(connection, "show fsync")).isEqualTo("on");
            assertThat(value(connection, "show work_mem")).isEqualTo("33MB");
        }
    }

    @Test
    void whatIsCommittedSurvivesARestart() throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            keep(server.owner(), "restarted");
        }
        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(kept(server.owner())).contains("restarted");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws IOException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            Access guess = new Access(server.service().url(), Cluster.SERVICE, "guess");
            assertThatThrownBy(() -> Accounts.connect(guess))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("authentication failed");
        }
        for (String user : List.of(Cluster.SERVICE, Cluster.SUPERUSER)) {
            Path file = directory.resolve("cluster").resolve(user + ".password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondJvmIsRefusedAtOnce() throws IOException, SQLException {
        try (ServerOwner owner = ServerOwner.start(directory)) {
            Instant begin = Instant.now();
            assertThatThrownBy(() -> PostgresServer.start(directory))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContainingAll("另一个正在运行的服务", "Another running service", directory.toString());
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(kept(access(owner.port()))).isNotNull();
        }
    }

    @Test
    void theServerOfAKilledJvmIsReplacedAndNothingCommittedIsLost()
            throws IOException, InterruptedException, SQLException {
        ServerOwner owner = ServerOwner.start(directory);
        keep(access(owner.port()), "killed");
        try (Connection open = Accounts.connect(access(owner.port()))) {
            open.setAutoCommit(false);
            execute(open, "insert into kept values ('not committed')");
            owner.kill();
            Instant begin = Instant.now();
            try (PostgresServer server = PostgresServer.start(directory)) {
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
                assertThat(kept(server.owner())).contains("killed").doesNotContain("not committed");
            }
        }
    }

    @Test
    void aServerThatWasItselfKilledRecovers() throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            keep(server.owner(), "recovered");
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        }
        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(kept(server.owner())).contains("recovered");
        }
    }

    @Test
    void aServerThatIsStoppedAndStartedByHandIsTheSame() throws IOException, SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            keep(server.owner(), "by hand");
            Programs programs = Programs.of(Binaries.installed(directory.resolve("programs")));
            String data = "--pgdata=" + server.data();
            programs.run("pg_ctl", List.of("stop", data, "--mode=immediate", "--wait"));
            programs.run("pg_ctl", List.of("start", data, "--wait", "--log=" + directory.resolve("by-hand.log")));
            assertThat(kept(server.owner())).contains("by hand");
        }
    }

    @Test
    void aStrangerThatHasTheNumberOfTheOldServerIsLeftAlone() throws IOException, SQLException {
        PostgresServer.start(directory).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            assertStartsBeside(stranger.pid());
        } finally {
            assertThat(stranger.isAlive()).isTrue();
            stranger.destroy();
        }
    }

    @Test
    void anotherPostgresqlThatHasTheNumberIsLeftAloneToo() throws IOException, SQLException {
        PostgresServer.start(directory).close();
        try (TestDatabase database = TestDatabase.empty();
                Connection connection = database.dataSource().getConnection()) {
            assertStartsBeside(Long.parseLong(value(connection, "select pg_backend_pid()")));
            assertThat(value(connection, "select 1")).isEqualTo("1");
        }
    }

    private static void assertStartsBeside(long pid) throws IOException, SQLException {
        Files.writeString(
                directory.resolve("cluster/data/postmaster.pid"),
                pid + "\n" + directory.resolve("cluster/data") + "\n1\n5432\n\n127.0.0.1\n0 0\nready   \n");
        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(kept(server.owner())).isNotNull();
            assertThat(postmaster()).isNotEqualTo(pid);
        }
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsMadeAgain(@TempDir Path interrupted) throws IOException, SQLException {
        Files.createDirectories(interrupted.resolve("programs/new/bin"));
        Files.createDirectories(interrupted.resolve("cluster.new/data/base"));
        try (PostgresServer server = PostgresServer.start(interrupted)) {
            assertThat(kept(server.owner())).isEmpty();
        }
    }

    @Test
    void theDirectoryOfAnotherUserIsRefused(@TempDir Path others) throws IOException {
        Path directory = Path.of("/");
        if (UserId.isRoot()) {
            Files.setAttribute(others, "unix:uid", 65534);
            directory = others;
        }
        Path refused = directory;
        assertThatThrownBy(() -> PostgresServer.start(refused))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContainingAll("属于用户", "belongs to the user");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed(@TempDir Path place) throws IOException {
        Path file = Files.createFile(place.resolve("file"));
        assertThatThrownBy(() -> PostgresServer.start(file.resolve("postgres")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContainingAll("无法读写", "Cannot read or write", file.toString());
    }

    private static Access access(int port) {
        return new Cluster(directory.resolve("cluster")).access(port, Cluster.OWNER, Cluster.SERVICE);
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("cluster/data/postmaster.pid"))
                .get(0));
    }

    private static void keep(Access access, String what) throws SQLException {
        try (Connection connection = Accounts.connect(access)) {
            execute(connection, "create table if not exists kept (what text)");
            execute(connection, "insert into kept values ('" + what + "')");
        }
    }

    private static String kept(Access access) throws SQLException {
        try (Connection connection = Accounts.connect(access)) {
            execute(connection, "create table if not exists kept (what text)");
            return value(connection, "select coalesce(string_agg(what, ' '), '') from kept");
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
