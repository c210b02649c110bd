package org.anxin.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.anxin.lake.Population;
import org.anxin.local.OwnDatabase;
import org.anxin.policy.Policy;
import org.anxin.time.Days;

/**
 * The same people decided by a plain loop, by the service's sweep, and by the job over a wide lake, narrow tables and the
 * database, in turns, each job in a process of its own, with its start:
 * {@code mvn -q -f spark/pom.xml exec:exec@bench -Dbench.people=1000000} after {@code package}. Prints one table of medians.
 */
public final class ScaleBenchmark {
    private static final String DAY = "2022-04-07";
    private static final Path WORK = Path.of("target/bench").toAbsolutePath();
    private static final String MASTER = "local[2]";

    /** Sweeps of the service that do not count: until then its code is being compiled. */
    private static final int WARMING = 5;

    private final long people;
    private final Map<String, List<Used>> all = new LinkedHashMap<>();

    private ScaleBenchmark(long people) {
        this.people = people;
    }

    /** @param args how many people, and how many rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        new ScaleBenchmark(Long.parseLong(args[0])).run(Integer.parseInt(args[1]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        empty(WORK);
        Path generated = WORK.resolve("generated");
        Service.command(
                Map.of(),
                WORK.resolve("generate"),
                "lake",
                "generate",
                "--to",
                generated.toString(),
                "--csv",
                "--day",
                DAY,
                "--people",
                Long.toString(people));
        try (OwnDatabase database = OwnDatabase.start(WORK.resolve("postgres"));
                Service service = Service.start(database, WORK.resolve("service"), "-Xmx1g")) {
            for (String kind : List.of("markets", "operators", "people", "assignments", "absences", "samples")) {
                service.importRows(kind, generated.resolve("csv/" + kind + ".csv"));
                System.err.println("imported: " + kind);
            }
            Path lake = WORK.resolve("lake");
            note(
                    "export, both shapes",
                    Used.by(
                            () -> Service.command(
                                    database.environment(),
                                    WORK.resolve("export"),
                                    "lake",
                                    "export",
                                    "--to",
                                    lake.toString(),
                                    "--day",
                                    DAY,
                                    "--shape",
                                    "wide",
                                    "--shape",
                                    "narrow"),
                            database.processes()));
            for (int i = 0; i < WARMING; i++) {
                service.sweep(DAY);
            }
            for (int round = 1; round <= rounds; round++) {
                round(database, service, lake.toString());
                System.err.println("rounds left: " + (rounds - round));
            }
        }
        print();
    }

    private void round(OwnDatabase database, Service service, String lake) throws IOException, InterruptedException {
        Policy policy = RuleTexts.of(JobFiles.texts(new org.apache.hadoop.fs.Path(lake, "rules")))
                .policy();
        note(
                "plain loop, one thread, facts in memory",
                new PlainLoop(new Population(people, Days.of(DAY), 1), policy).run());
        List<Long> ofService = new ArrayList<>(database.processes());
        ofService.add(service.pid());
        note("service's sweep, nothing changed since the last", Used.by(() -> service.sweep(DAY), ofService));
        note("Spark, wide lake", submitted(database, List.of(), "--lake", lake));
        note("Spark, narrow lake", submitted(database, List.of(), "--lake", lake, "--shape", "narrow"));
        note(
                "Spark, database",
                submitted(
                        database,
                        database.processes(),
                        "--jdbc",
                        database.url(),
                        "--user",
                        database.user(),
                        "--rules",
                        lake + "/rules",
                        "--day",
                        DAY));
    }

    private Used submitted(OwnDatabase database, List<Long> besides, String... source)
            throws IOException, InterruptedException {
        Path target = WORK.resolve("out");
        empty(target);
        List<String> arguments = new ArrayList<>(List.of(source));
        arguments.addAll(List.of("--to", target.toString()));
        ProcessBuilder command = Submitted.command(
                MASTER,
                WORK.resolve("logs/spark.log"),
                Map.of("ANXIN_JDBC_PASSWORD", database.password()),
                arguments.toArray(String[]::new));
        Used used = Used.by(command, besides);
        Submitted.current(target, DAY);
        return used;
    }

    private void note(String what, Used used) {
        all.computeIfAbsent(what, first -> new ArrayList<>()).add(used);
        System.err.println(row(what, used));
    }

    private void print() {
        System.out.println(
                "| way | people a second | seconds | CPU-seconds | most memory, MB |\n|---|---|---|---|---|");
        all.forEach((what, each) -> System.out.println(row(what, Used.median(each))));
    }

    private String row(String what, Used used) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %,d |",
                what,
                people / used.wall(),
                used.wall(),
                used.cpu(),
                used.memory() >> 20);
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
