package org.anxin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.anxin.local.TestDatabase;
import org.anxin.personal.TestKeys;
import org.anxin.policy.RuleTexts;
import org.anxin.registry.imports.ImportKind;
import org.anxin.registry.imports.Imports;
import org.anxin.registry.imports.Report;
import org.anxin.registry.imports.SampledRefresh;
import org.anxin.registry.imports.Upload;
import org.anxin.rulebook.Words;
import org.postgresql.PGConnection;

/**
 * Samples of a million people from a CSV file, in the order in which laboratories send them, which is none: imported, with
 * every check, and by PostgreSQL's own COPY into the same table with its keys, constraints and triggers. COPY's file has
 * people's numbers and days in it already and no mistakes. Both take turns on an emptied table.
 */
public final class ImportBenchmark {
    private static final int PEOPLE = 1_000_000;
    private static final int ROWS = 2_000_000;
    private static final Instant FIRST = Instant.parse("2022-03-08T00:00:00Z");
    private static final int FIFTEEN_DAYS = 15 * 86_400;

    /** Has no divisor in common with the rows, so that its multiples visit each of them once. */
    private static final long STRIDE = 1_234_567_891;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Words WORDS = RuleTexts.shipped().policy().ruleset().words();
    private static final String[] RESULTS = {"NEGATIVE", "NEGATIVE", "NEGATIVE", "PENDING"};
    private static final String IMPORT = "import";
    private static final String COPY = "copy";

    private final TestDatabase database;
    private final Path file;
    private final Path resolved;
    private final Rates rates = new Rates();
    private final SampledRefresh refresh;
    private final Imports imports;

    private ImportBenchmark(TestDatabase database, Path directory) {
        this.database = database;
        this.refresh = new Later(database);
        this.imports = new Imports(database.dataSource(), Clock.system(ZONE), refresh, TestKeys.sealing(TestKeys.ONE));
        this.file = directory.resolve("samples.csv");
        this.resolved = directory.resolve("resolved.csv");
    }

    /** Waits until it is told to, so that nothing else goes on in the next turn. */
    private static final class Later extends SampledRefresh {
        Later(TestDatabase database) {
            super(database.dataSource());
        }

        @Override
        public void soon() {}
    }

    /** @param args how many turns each takes */
    public static void main(String[] args) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("anxin-bench");
        try (TestDatabase database = TestDatabase.migrated()) {
            ImportBenchmark benchmark = new ImportBenchmark(database, directory);
            benchmark.prepare();
            benchmark.turns(Integer.parseInt(args[0]));
        } finally {
            Files.deleteIfExists(directory.resolve("samples.csv"));
            Files.deleteIfExists(directory.resolve("resolved.csv"));
            Files.delete(directory);
        }
    }

    private void turns(int turns) throws IOException, SQLException {
        for (int turn = 0; turn < turns; turn++) {
            rates.add(COPY, ROWS / copied());
            rates.add(IMPORT, ROWS / imported());
        }
        System.out.println("| | import, median (least, most) | COPY | import of COPY |\n|---|---|---|---|");
        System.out.println(rates.row("rows per second", IMPORT, COPY));
    }

    /** People and the months' partitions are there before, as they are whenever laboratories send. */
    private void prepare() throws IOException, SQLException {
        execute("insert into people (id) select 'P-' || lpad(n::text, 7, '0') from generate_series(1, " + PEOPLE
                + ") n");
        execute("analyze people");
        execute("select samples_partition('2022-03-01'), samples_partition('2022-04-01')");
        Random random = new Random(7);
        try (BufferedWriter out = Files.newBufferedWriter(file);
                BufferedWriter copy = Files.newBufferedWriter(resolved)) {
            out.write("person_id,taken_at,result,laboratory\n");
            for (int row = 0; row < ROWS; row++) {
                write((int) (row * STRIDE % ROWS), out, copy, random);
            }
        }
    }

    private static void write(int row, BufferedWriter out, BufferedWriter copy, Random random) throws IOException {
        int person = 1 + row % PEOPLE;
        Instant instant = FIRST.plusSeconds(row / PEOPLE * (long) FIFTEEN_DAYS + random.nextInt(FIFTEEN_DAYS));
        String taken = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(8)));
        LocalDate day = LocalDate.ofInstant(instant, ZONE);
        String rest = "," + RESULTS[random.nextInt(RESULTS.length)] + ",滨江检测点" + random.nextInt(20) + "\n";
        out.write("P-" + "%07d".formatted(person) + "," + taken + rest);
        copy.write(person + "," + day + "," + taken + rest);
    }

    private double imported() throws IOException, SQLException {
        empty();
        long begin = System.nanoTime();
        Report report;
        try (InputStream in = Files.newInputStream(file);
                Upload upload = Upload.of(in, file.getParent())) {
            report = imports.store(ImportKind.SAMPLES, upload, null, WORDS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (report.accepted() != ROWS) {
            throw new IllegalStateException("rows were rejected");
        }
        System.err.printf("import %.2f s%n", seconds);
        refresh();
        return seconds;
    }

    /** What goes on behind the answer, and does not keep the sender waiting. */
    private void refresh() throws SQLException {
        long begin = System.nanoTime();
        refresh.now();
        System.err.printf("refresh afterwards %.2f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private double copied() throws IOException, SQLException {
        empty();
        long begin = System.nanoTime();
        try (Connection connection = database.dataSource().getConnection();
                InputStream in = Files.newInputStream(resolved)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy samples (person_no, taken_on, taken_at, result, laboratory) from stdin (format csv)",
                            in,
                            1 << 16);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.err.printf("copy %.2f s%n", seconds);
        return seconds;
    }

    private void empty() throws SQLException {
        execute("truncate samples, sample_changes, sampled");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
