package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anxin.it.ServiceProcess;
import org.anxin.ledger.Verifying;
import org.anxin.local.TestCluster;
import org.anxin.personal.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * The scripts of {@code src/main/scripts} on a real PostgreSQL: a base, more facts, a moment, an accident, and the moment
 * restored. They need psql, of any version.
 */
@DisabledIf("withoutPsql")
class RestoredMomentIT {
    private static final Path SCRIPTS = Path.of("src/main/scripts").toAbsolutePath();
    private static final List<String> MARKETS = List.of("M-01");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The smallest that passes for an image, told apart by its last byte. */
    private static final byte[] IMAGE = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    private final Path damaged = Province.directory("damaged");
    private final Path restored = Province.directory("restored");
    private final Path backups = Province.directory("backups");
    private final List<String> images = new ArrayList<>();

    RestoredMomentIT() throws IOException {}

    static boolean withoutPsql() {
        return Stream.of(System.getenv("PATH").split(":"))
                .noneMatch(place -> Files.isExecutable(Path.of(place, "psql")));
    }

    @Test
    void whatWasThereAtTheMomentIsThereAgainAndNothingAfterIt() throws Exception {
        TestCluster database = TestCluster.made(
                damaged.resolve("anxin-data/postgres"),
                List.of("archive_mode = on", "archive_command = '" + SCRIPTS.resolve("archive-wal") + " %p %f'"));
        String moment;
        List<SortedMap<String, String>> lists = new ArrayList<>();
        List<String> sweeps = new ArrayList<>();
        String base;
        try (ServiceProcess node = started(damaged)) {
            Senders.register(node);
            facts(node, "2022-03-30", sweeps, lists);
            base = script(variables(damaged, database), "backup").strip();
            facts(node, "2022-03-31", sweeps, lists);
            script(variables(damaged, database), "backup", "files");
            moment = value(database.service(), "select clock_timestamp()");
            sample(node, "2022-04-01");
            damage(database);
        }
        restore(base, moment);
        try (ServiceProcess node = started(restored)) {
            assertRestored(node, sweeps, lists);
        }
    }

    private ServiceProcess started(Path directory) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(Scale.jvm());
        options.add("-Danxin.sweep.cron=off");
        // Keys are kept apart from backups, and given again.
        options.add("-Danxin.personal.keys=" + TestKeys.ONE);
        return ServiceProcess.start(
                directory, Map.of("ANXIN_BACKUP_DIRECTORY", backups.toString()), options.toArray(String[]::new));
    }

    /** A sample, an image, a sweep, and its lists. */
    private void facts(ServiceProcess node, String day, List<String> sweeps, List<SortedMap<String, String>> lists)
            throws Exception {
        sample(node, day);
        byte[] image = IMAGE.clone();
        image[image.length - 1] = (byte) images.size();
        HttpResponse<String> stored =
                node.post("/api/v1/patrol-photos", "image/jpeg", BodyPublishers.ofByteArray(image));
        assertThat(stored.statusCode()).as(stored.body()).isBetween(200, 201);
        images.add(Digest.of(image));
        String sweep = new Sweeping(node).request(day);
        assertThat(new Sweeping(node).ended(sweep).path("state").asText()).isEqualTo("COMPLETED");
        sweeps.add(sweep);
        lists.add(new Sweeping(node).lists(sweep, MARKETS));
    }

    private static void sample(ServiceProcess node, String day) throws IOException, InterruptedException {
        String sample =
                "{\"samples\": [{\"personId\": \"P-0001\", \"takenAt\": \"" + day + "\", \"result\": \"NEGATIVE\"}]}";
        HttpResponse<String> answer = node.post("/api/v1/samples", "application/json", BodyPublishers.ofString(sample));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Somebody who may do everything does it. */
    private void damage(TestCluster database) throws Exception {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("drop table samples, results, results_past, decision_log cascade");
            statement.execute("select pg_switch_wal()");
        }
        String switched = value(database.superuser(), "select pg_walfile_name(pg_current_wal_lsn() - 1)");
        Wait.until(
                "the WAL is archived",
                PATIENCE,
                () -> value(
                                database.superuser(),
                                "select last_archived_wal >= '" + switched + "' from pg_stat_archiver")
                        .equals("t"));
    }

    private void restore(String base, String moment) throws Exception {
        Path cluster = restored.resolve("anxin-data/postgres/cluster");
        Files.createDirectories(cluster);
        // The passwords of local mode are beside its database and not in it.
        for (String role : List.of("postgres", "anxin", "anxin_owner")) {
            Path password = Path.of(role + ".password");
            Files.copy(damaged.resolve("anxin-data/postgres/cluster").resolve(password), cluster.resolve(password));
        }
        TestCluster database = new TestCluster(restored.resolve("anxin-data/postgres"));
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "ANXIN_FILES_DIRECTORY", restored.resolve("anxin-data/files").toString());
        script(variables, "restore", base, database.data().toString(), moment);
        database.start();
        Wait.until(
                "the moment is reached",
                PATIENCE,
                () -> value(database.superuser(), "select pg_is_in_recovery()").equals("f"));
        database.stop();
    }

    private void assertRestored(ServiceProcess node, List<String> sweeps, List<SortedMap<String, String>> lists)
            throws Exception {
        for (int run = 0; run < sweeps.size(); run++) {
            assertThat(new Sweeping(node).lists(sweeps.get(run), MARKETS)).isEqualTo(lists.get(run));
        }
        DataSource database = new TestCluster(restored.resolve("anxin-data/postgres")).service();
        assertThat(value(database, "select string_agg(taken_on::text, ' ' order by taken_on) from samples"))
                .isEqualTo("2022-03-30 2022-03-31");
        var verified = Verifying.of(database, LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31), 10);
        assertThat(verified.flaws()).isEmpty();
        assertThat(verified.decisions()).isPositive();
        for (String image : images) {
            assertThat(node.get("/api/v1/patrol-photos/" + image).statusCode()).isEqualTo(200);
        }
    }

    private Map<String, String> variables(Path directory, TestCluster database) {
        Map<String, String> variables = new HashMap<>(database.superuserVariables());
        variables.put(
                "ANXIN_FILES_DIRECTORY", directory.resolve("anxin-data/files").toString());
        return variables;
    }

    /** Runs one to its end; what it says. */
    private String script(Map<String, String> variables, String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ANXIN_BACKUP_DIRECTORY", backups.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String value(DataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
