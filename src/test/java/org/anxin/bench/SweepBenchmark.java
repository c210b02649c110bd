package org.anxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.anxin.local.BenchServer;

/**
 * The sweep against one tuned SQL statement that computes status, due date and action, on the same PostgreSQL, in turns:
 * {@code mvn -q test-compile exec:exec@bench-sweep}. Prints wall clock, and CPU time of the server and of the sweep's JVM
 * together.
 */
public final class SweepBenchmark implements AutoCloseable {
    private static final String DAY = "2022-04-07";
    private static final String NEXT_DAY = "2022-04-08";
    private static final String FOUND =
            "results, results_past, suspensions, sweep_errors, sweep_markets, sweep_shards, sweeps";

    private final BenchServer server;
    private final List<Node> nodes = new ArrayList<>();
    private BenchServer.Database database;

    /** How long something took. */
    private record Took(double wall, double cpu) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s wall, %.2f CPU-s", wall, cpu);
        }
    }

    private interface Job {
        void run() throws Exception;
    }

    /** A process with its input and output. */
    private record Node(Process process, PrintStream orders, BufferedReader answers) {
        static Node start(int threads) throws IOException {
            Process process = new ProcessBuilder(
                            "java",
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SweepProcess.class.getName(),
                            Integer.toString(threads))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Node node = new Node(
                    process,
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8));
            node.await("ready");
            return node;
        }

        void order(String order) {
            orders.println(order);
        }

        void await(String answer) throws IOException {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.equals(answer)) {
                    return;
                }
                System.err.println(line);
            }
            throw new IOException("the node ended");
        }
    }

    private SweepBenchmark(BenchServer server) {
        this.server = server;
    }

    /** @param args rounds, shards at a time, sizes */
    public static void main(String[] args) throws Exception {
        try (SweepBenchmark benchmark = new SweepBenchmark(BenchServer.start(Path.of("target/bench-data/postgres")))) {
            benchmark.nodes.add(Node.start(Integer.parseInt(args[1])));
            for (int i = 2; i < args.length; i++) {
                benchmark.measure(Integer.parseInt(args[i]), Integer.parseInt(args[0]));
            }
        }
    }

    private void measure(int people, int rounds) throws Exception {
        load(people);
        openEverywhere();
        for (int round = 1; round <= rounds; round++) {
            execute("truncate one_result");
            settle();
            Took statement = took(() -> execute(sql("sweep.sql")));
            System.out.printf("%,d people, round %d: statement %s%n", people, round, statement);
            execute("truncate " + FOUND);
            settle();
            Took sweep = took(() -> run(DAY));
            System.out.printf(
                    Locale.ROOT,
                    "%,d people, round %d: sweep     %s; of the statement's %.2f wall, %.2f CPU%n",
                    people,
                    round,
                    sweep,
                    sweep.wall / statement.wall,
                    sweep.cpu / statement.cpu);
        }
        Took next = took(() -> run(NEXT_DAY));
        System.out.printf(
                "%,d people, next day: %s; rows written: %s%n",
                people, next, one("select count(*) from results where sweep = 2"));
        Took again = took(() -> run(NEXT_DAY));
        System.out.printf(
                "%,d people, unchanged: %s; rows written: %s%n",
                people, again, one("select count(*) from results where sweep = 3"));
        System.out.printf(
                "%,d people: agreement on %s of %s with one assignment and no absence%n",
                people,
                one("select count(*) " + COMPARED + " and s.due_on is not distinct from r.due_on"),
                one("select count(*) " + COMPARED));
    }

    private static final String COMPARED =
            "from one_result s join (select person_no, due_on from results where sweep = 1"
                    + " union all select person_no, due_on from results_past where sweep = 1) r on r.person_no = s.pid"
                    + " where (select count(*) from assignments a where a.person_no = s.pid) = 1"
                    + " and not exists (select from absences b where b.person_no = s.pid)";

    private void load(int people) throws Exception {
        database = server.fresh("bench_" + people);
        Took loading = took(() -> execute(sql("people.sql").replace(":people", Integer.toString(people))));
        System.out.printf("%,d people loaded, %s samples: %s%n", people, one("select count(*) from samples"), loading);
    }

    private void openEverywhere() throws IOException {
        for (Node node : nodes) {
            node.order("open " + database.url() + " " + database.user() + " " + database.password());
            node.await("open");
        }
    }

    /** So that neither pays for what the other left to do. */
    private void settle() throws SQLException {
        execute("vacuum analyze");
        execute("checkpoint");
    }

    private void run(String day) throws IOException {
        nodes.get(0).order("run " + day);
        nodes.get(0).await("COMPLETED");
    }

    private Took took(Job job) throws Exception {
        double cpu = cpu();
        long begin = System.nanoTime();
        job.run();
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Took(wall, cpu() - cpu);
    }

    private double cpu() throws IOException {
        List<Long> processes = new ArrayList<>(server.processes());
        nodes.forEach(node -> processes.add(node.process.pid()));
        return ProcessTimes.seconds(processes);
    }

    private static String sql(String name) throws IOException {
        try (var file = SweepBenchmark.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        for (Node node : nodes) {
            node.orders.close();
            node.process.destroy();
        }
        server.close();
    }
}
