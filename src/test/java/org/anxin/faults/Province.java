package org.anxin.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anxin.it.ServiceProcess;
import org.anxin.local.TestDatabase;
import org.anxin.personal.TestKeys;

/** The people in a database of their own, and nodes that share it. */
final class Province implements AutoCloseable {
    /** The nodes' directories stay until the next run of the tests, for their logs. */
    private static final Path NODES = emptied(Path.of("target/faults/nodes").toAbsolutePath());

    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 4, 1);
    private static final int DAYS = 40;

    private final TestDatabase database = People.fresh();
    private final List<ServiceProcess> nodes = new ArrayList<>();

    /** For which day the first, second, ... run is, from 0: day after day, and again from the start. */
    static String day(int run) {
        return FIRST_DAY.plusDays(run % DAYS).toString();
    }

    /** Starts a node; its connections bear its name. */
    ServiceProcess start(String name, String... options) throws IOException, InterruptedException {
        return start(name, Map.of(), options);
    }

    ServiceProcess start(String name, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        ServiceProcess node = ServiceProcess.start(directory(name), environment, options(name, options));
        nodes.add(node);
        return node;
    }

    /** Starts two nodes at a time. */
    List<ServiceProcess> startTwo(String... options) throws IOException, InterruptedException {
        return startAll(List.of("node-a", "node-b"), options);
    }

    /** Starts nodes of these names at a time. */
    List<ServiceProcess> startAll(List<String> names, String... options) throws IOException, InterruptedException {
        List<ServiceProcess> all = new ArrayList<>();
        for (String name : names) {
            ServiceProcess node = ServiceProcess.begin(directory(name), options(name, options));
            nodes.add(node);
            all.add(node);
        }
        for (ServiceProcess node : all) {
            node.awaitAnswering();
        }
        return all;
    }

    /** A directory for a node that keeps its data itself. */
    static Path directory(String name) throws IOException {
        return Files.createTempDirectory(NODES, name);
    }

    private String[] options(String name, String... options) {
        List<String> all = new ArrayList<>(Scale.jvm());
        all.addAll(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.url() + "?ApplicationName=" + name,
                "-Dquarkus.datasource.username=" + database.user(),
                "-Dquarkus.datasource.password=" + database.password(),
                "-Danxin.personal.keys=" + TestKeys.ONE));
        if (Stream.of(options).noneMatch(option -> option.startsWith("-Danxin.sweep.cron="))) {
            all.add("-Danxin.sweep.cron=off");
        }
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    /** JDBC URL of the database. */
    String url() {
        return database.url();
    }

    /** The service's connections. */
    DataSource source() {
        return database.dataSource();
    }

    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(column(sql).get(0));
    }

    /** Whether a run is going on. */
    boolean isRunning(String sweep) throws SQLException {
        return number("select count(*) from sweeps where state = 'RUNNING' and id = '" + sweep + "'") > 0;
    }

    /** How many shards of a run are done. */
    long done(String sweep) throws SQLException {
        return number("select count(done) from sweep_shards join sweeps on no = sweep where id = '" + sweep + "'");
    }

    private static Path emptied(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many shards a run has; 0 until it has begun. */
    long shards(String sweep) throws SQLException {
        return number("select count(*) from sweep_shards join sweeps on no = sweep where id = '" + sweep + "'");
    }

    @Override
    public void close() {
        nodes.forEach(ServiceProcess::close);
        database.close();
    }
}
