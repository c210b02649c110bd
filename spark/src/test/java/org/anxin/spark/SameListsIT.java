package org.anxin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anxin.local.OwnDatabase;
import org.anxin.sweep.ListKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged job makes the lists that the packaged service makes, byte by byte: of the demo district, and of that and
 * {@value #GENERATED} generated people together.
 */
class SameListsIT {
    private static final String DAY = "2022-04-07";
    private static final int DISTRICT = 2064;
    private static final int GENERATED = 100_000;
    private static final Path WORK = Path.of("target/it").toAbsolutePath();
    private static final String LOCAL = "local[2]";

    private static OwnDatabase database;

    /** The service's lists, by the name that the job gives to their files. */
    private static Map<String, byte[]> ofDistrict;

    private static Map<String, byte[]> ofAll;

    @BeforeAll
    static void theServiceSweeps() throws IOException, InterruptedException {
        empty(WORK);
        database = OwnDatabase.start(WORK.resolve("postgres"));
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
                Integer.toString(GENERATED));
        try (Service service = Service.start(database, WORK.resolve("service"), "-Danxin.demo=true")) {
            service.sweep(DAY);
            ofDistrict = lists(service, Path.of("../src/main/resources/demo/binjiang-2022-04/markets.csv"));
            export("district");
            for (String kind : List.of("markets", "operators", "people", "assignments", "absences", "samples")) {
                service.importRows(kind, generated.resolve("csv/" + kind + ".csv"));
            }
            service.sweep(DAY);
            ofAll = lists(service, Path.of("../src/main/resources/demo/binjiang-2022-04/markets.csv"));
            ofAll.putAll(lists(service, generated.resolve("csv/markets.csv")));
            export("all");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static void export(String name) throws IOException, InterruptedException {
        String lake = WORK.resolve(name).toString();
        Service.command(
                database.environment(),
                WORK.resolve("export-" + name),
                "lake",
                "export",
                "--to",
                lake,
                "--day",
                DAY,
                "--shape",
                "wide",
                "--shape",
                "narrow");
    }

    /** Both lists of all markets of a file. */
    private static Map<String, byte[]> lists(Service service, Path markets) throws IOException, InterruptedException {
        Map<String, byte[]> lists = new TreeMap<>();
        for (String line : Files.readAllLines(markets)
                .subList(1, Files.readAllLines(markets).size())) {
            String market = line.substring(0, line.indexOf(','));
            for (ListKind kind : ListKind.values()) {
                String list = kind.name().toLowerCase(Locale.ROOT);
                lists.put(CsvLists.name(kind, market), service.list(market, list, DAY));
            }
        }
        return lists;
    }

    private static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
    }

    /** Runs the job and compares its lists, and that nobody was missed. */
    private static void compare(String name, String master, Map<String, byte[]> expected, int people, String... source)
            throws IOException, InterruptedException {
        Path target = WORK.resolve("out-" + name);
        List<String> arguments = new ArrayList<>(Arrays.asList(source));
        arguments.addAll(List.of("--to", target.toString()));
        Path log = WORK.resolve("logs/" + name + ".log");
        int code = Submitted.run(
                master, log, Map.of("ANXIN_JDBC_PASSWORD", database.password()), arguments.toArray(String[]::new));
        assertThat(code).as("exit code, see %s", log).isZero();
        Path run = Submitted.current(target, DAY);
        JsonNode report =
                new ObjectMapper().readTree(run.resolve(SweepReport.FILE).toFile());
        assertThat(report.path("registered").asInt()).isEqualTo(people);
        assertThat(report.path("evaluated").asInt()).isEqualTo(people);
        Map<String, byte[]> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run.resolve("csv"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                made.put(run.resolve("csv").relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertThat(made.keySet()).isEqualTo(expected.keySet());
        expected.forEach((list, bytes) -> assertThat(made.get(list)).as(list).isEqualTo(bytes));
    }

    @Test
    void ofTheDistrictFromALake() throws IOException, InterruptedException {
        compare(
                "district",
                LOCAL,
                ofDistrict,
                DISTRICT,
                "--lake",
                WORK.resolve("district").toString());
    }

    @Test
    void ofEverybodyFromAWideLake() throws IOException, InterruptedException {
        compare(
                "wide",
                LOCAL,
                ofAll,
                DISTRICT + GENERATED,
                "--lake",
                WORK.resolve("all").toString());
    }

    @Test
    void ofEverybodyFromNarrowTablesOnTwoExecutorsOfTheirOwn() throws IOException, InterruptedException {
        compare(
                "cluster",
                "local-cluster[2,1,1024]",
                ofAll,
                DISTRICT + GENERATED,
                "--lake",
                WORK.resolve("all").toString(),
                "--shape",
                "narrow");
        assertThat(Files.readString(WORK.resolve("logs/cluster.log")))
                .contains("with ID 0, ResourceProfileId", "with ID 1, ResourceProfileId");
    }

    @Test
    void ofEverybodyFromTheDatabase() throws IOException, InterruptedException {
        compare(
                "database",
                LOCAL,
                ofAll,
                DISTRICT + GENERATED,
                "--jdbc",
                database.url(),
                "--user",
                database.user(),
                "--rules",
                WORK.resolve("all/rules").toString(),
                "--day",
                DAY);
    }
}
