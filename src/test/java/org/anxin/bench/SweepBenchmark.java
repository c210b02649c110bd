package org.anxin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.anxin.local.BenchServer;
import org.anxin.registry.DemoDistrict;

/**
 * The sweep against one tuned SQL statement that computes status, due date and action, on the same PostgreSQL, in turns:
 * {@code mvn -q test-compile exec:exec@bench-sweep}. Prints wall clock, and CPU time of the server and of the sweep's JVM
 * together.
 */
public final class SweepBenchmark implements AutoCloseable {
    private static final String DAY = "2022-04-07";
    /** Sweeps of a node that do not count: until then its code is being compiled. */
    private static final int WARM_SWEEPS = 30;

    private static final int WARMING = 4;

    private static final String NEXT_DAY = "2022-04-08";
    private static final String FOUND =
            "results, results_past, suspensions, sweep_errors, sweep_markets, sweep_shards, sweeps";

    private final BenchServer server;
    private final List<SweepingNode> nodes = new ArrayList<>();
    private BenchServer.Database database;

    private interface Job {
        void run() throws Exception;
    }

    private SweepBenchmark(BenchServer server) {
        this.server = server;
    }

    /** @param args rounds, shards at a time in a node, sizes */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int threads = Integer.parseInt(args[1]);
        try (SweepBenchmark benchmark = new SweepBenchmark(BenchServer.start(Path.of("target/bench-data/postgres")))) {
            benchmark.nodes.add(SweepingNode.start(threads));
            benchmark.warm(Integer.parseInt(args[2]));
            for (int i = 2; i < args.length; i++) {
                benchmark.compare(Integer.parseInt(args[i]), rounds);
            }
            benchmark.compareNodes(rounds, threads);
            benchmark.sweepDistrict(rounds);
        }
    }

    /** A service that has been up for a night has compiled what a sweep needs. */
    private void warm(int people) throws Exception {
        load(people);
        nodes.get(0).open(database);
        for (int i = 0; i < WARM_SWEEPS; i++) {
            database.execute("truncate " + FOUND);
            run(DAY);
        }
    }

    /** The statement and the sweep in turns, then the sweeps of the next day. */
    private void compare(int people, int rounds) throws Exception {
        load(people);
        nodes.get(0).open(database);
        List<Took> statements = new ArrayList<>();
        List<Took> sweeps = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            database.execute("truncate one_result");
            settle();
            statements.add(took(() -> database.execute(sql("sweep.sql"))));
            report(people, "statement", statements.get(round - 1));
            database.execute("truncate " + FOUND);
            settle();
            sweeps.add(took(() -> run(DAY)));
            report(people, "sweep", sweeps.get(round - 1));
        }
        Took statement = Took.median(statements);
        Took sweep = Took.median(sweeps);
        report(people, "median statement", statement);
        report(people, "median sweep", sweep);
        System.out.printf(
                Locale.ROOT,
                "%,d people: sweep / statement: wall %.2f, CPU %.2f%n",
                people,
                sweep.wall() / statement.wall(),
                sweep.cpu() / statement.cpu());
        report(people, "next day", took(() -> run(NEXT_DAY)));
        report(people, "next day again", took(() -> run(NEXT_DAY)));
        System.out.printf(
                "%,d people: rows written on the next day %s, when it was swept again %s; %s of %s that the statement can decide"
                        + " have the same due date%n",
                people,
                database.one("select count(*) from results_past where until_sweep = 2"),
                database.one("select count(*) from results_past where until_sweep = 3"),
                database.one("select count(*) " + COMPARED + " and s.due_on is not distinct from r.due_on"),
                database.one("select count(*) " + COMPARED));
    }

    /** One warm node and two, in turns, on the database that is there. */
    private void compareNodes(int rounds, int threads) throws Exception {
        nodes.add(SweepingNode.start(threads));
        for (int i = 0; i < WARMING; i++) {
            sweptBy(2);
        }
        List<Took> one = new ArrayList<>();
        List<Took> two = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            one.add(sweptBy(1));
            two.add(sweptBy(2));
            report(0, "two nodes", two.get(round));
            System.out.println("shards of each: "
                    + database.one("select string_agg(shards::text, ', ') from"
                            + " (select count(*) as shards from sweep_shards group by claimed_by) each"));
        }
        report(0, "median one node", Took.median(one));
        report(0, "median two nodes", Took.median(two));
        System.out.printf(
                Locale.ROOT,
                "two nodes / one: wall %.2f%n",
                Took.median(two).wall() / Took.median(one).wall());
    }

    private Took sweptBy(int taking) throws Exception {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).close();
            if (i < taking) {
                nodes.get(i).open(database);
            }
        }
        database.execute("truncate " + FOUND);
        settle();
        return took(() -> run(DAY));
    }

    /** The district that the rules come from. */
    private void sweepDistrict(int rounds) throws Exception {
        database = server.fresh("bench_district");
        try (Connection connection = database.connect()) {
            DemoDistrict.load(connection);
        }
        nodes.get(1).close();
        nodes.get(0).open(database);
        for (int round = 0; round < rounds; round++) {
            database.execute("truncate " + FOUND);
            report(2064, "district", took(() -> run(DAY)));
        }
    }

    private static void report(int people, String what, Took took) {
        System.out.printf("%,9d people, %-16s %s%n", people, what, took);
    }

    private static final String COMPARED =
            "from one_result s join (select person_no, due_on from results where sweep = 1"
                    + " union all select person_no, due_on from results_past where sweep = 1) r on r.person_no = s.pid"
                    + " where (select count(*) from assignments a where a.person_no = s.pid) = 1"
                    + " and not exists (select from absences b where b.person_no = s.pid)";

    private void load(int people) throws Exception {
        database = server.fresh("bench_" + people);
        try (Connection connection = database.connect()) {
            Nation.store(connection, people);
        }
    }

    /** So that neither pays for what the other left to do. */
    private void settle() throws SQLException {
        database.execute("vacuum analyze");
        database.execute("checkpoint");
    }

    private void run(String day) throws IOException {
        nodes.get(0).order("run " + day);
        nodes.get(0).await("COMPLETED");
    }

    private Took took(Job job) throws Exception {
        double ofServer = ProcessTimes.seconds(server.processes());
        double ofNodes = ProcessTimes.seconds(numbers());
        long begin = System.nanoTime();
        job.run();
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Took(
                wall, ProcessTimes.seconds(server.processes()) - ofServer, ProcessTimes.seconds(numbers()) - ofNodes);
    }

    private List<Long> numbers() {
        return nodes.stream().map(node -> node.process().pid()).toList();
    }

    private static String sql(String name) throws IOException {
        try (var file = SweepBenchmark.class.getResourceAsStream("/bench/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        for (SweepingNode node : nodes) {
            node.end();
        }
        server.close();
    }
}
