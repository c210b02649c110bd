package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** What a failing disk, a wrong editor or a slip of the hand makes of rule files, while the service runs and before it starts. */
class CorruptRulesIT {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILE = "testing/cadence.drl";
    private static final boolean ROOT = System.getProperty("user.name").equals("root");
    private static final String EVALUATION = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}]}]}""";

    /** Something that happens to a file. */
    private interface Damage {
        void to(Path file) throws IOException;
    }

    private final long seed = Long.getLong("anxin.faults.seed", System.nanoTime());

    private Map<String, Damage> damages() {
        Map<String, Damage> all = new LinkedHashMap<>();
        all.put("random bytes", file -> Files.write(file, random()));
        all.put("cut off", file -> {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        });
        all.put("another encoding", file -> Files.writeString(file, Files.readString(file), StandardCharsets.UTF_16LE));
        all.put("empty", file -> Files.write(file, new byte[0]));
        all.put("gone", Files::delete);
        all.put("a directory", file -> {
            Files.delete(file);
            Files.createDirectory(file);
        });
        all.put("words gone", file -> Files.move(words(file), words(file).resolveSibling("words.kept")));
        if (!ROOT) {
            all.put(
                    "not readable",
                    file -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------")));
        }
        return all;
    }

    private static Path words(Path file) {
        return file.getParent().resolveSibling("words.yaml");
    }

    private byte[] random() {
        byte[] bytes = new byte[5000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void theLastGoodRulesDecideAndHealthTellsUntilTheFilesAreGoodAgain() throws Exception {
        System.out.println("CorruptRulesIT: -Danxin.faults.seed=" + seed);
        Path directory = Province.directory("corrupt-rules");
        Path file = directory.resolve("anxin-data/rules").resolve(FILE);
        try (ServiceProcess node = start(directory)) {
            String good = answered(node);
            byte[] whole = Files.readAllBytes(file);
            for (Map.Entry<String, Damage> damage : damages().entrySet()) {
                damage.getValue().to(file);
                Wait.until(
                        damage.getKey() + " is noticed",
                        PATIENCE,
                        () -> !directory(node).equals("live"));
                assertThat(answered(node)).as(damage.getKey()).isEqualTo(good);
                assertThat(node.get("/q/health/ready").statusCode()).isEqualTo(200);
                assertThat(directory(node)).as(damage.getKey()).contains("last good version serves");
                restore(file, whole);
                Wait.until(
                        "good again after " + damage.getKey(),
                        PATIENCE,
                        () -> directory(node).equals("live"));
                assertThat(answered(node)).isEqualTo(good);
            }
            Files.write(file, random());
            Wait.until("noticed", PATIENCE, () -> !directory(node).equals("live"));
            assertThat(node.log()).contains(FILE);
        }
        try (ServiceProcess node = start(directory)) {
            assertThat(directory(node)).contains("last good version serves");
            assertThat(answered(node)).contains("FM-3D");
        }
    }

    @Test
    void aFirstStartWithBrokenFilesEndsWithAClearError() throws Exception {
        Path directory = Province.directory("broken-rules");
        Path rules = directory.resolve("anxin-data/rules");
        try (ServiceProcess node = start(directory)) {
            assertThat(answered(node)).contains("FM-3D");
        }
        Path fresh = Province.directory("broken-start");
        Path copy = fresh.resolve("anxin-data/rules");
        try (var all = Files.walk(rules)) {
            for (Path path : all.toList()) {
                Path to = copy.resolve(rules.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        Files.write(copy.resolve(FILE), random());
        try (ServiceProcess node = ServiceProcess.begin(fresh, options())) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.log()).contains(FILE).doesNotContain("\tat ");
        }
    }

    private static void restore(Path file, byte[] whole) throws IOException {
        if (Files.isDirectory(file)) {
            Files.delete(file);
        }
        if (Files.exists(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.write(file, whole);
        Path kept = words(file).resolveSibling("words.kept");
        if (Files.exists(kept)) {
            Files.move(kept, words(file));
        }
    }

    private static String[] options() {
        return new String[] {"-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Danxin.sweep.cron=off"};
    }

    private static ServiceProcess start(Path directory) throws Exception {
        return ServiceProcess.start(directory, options());
    }

    private static String answered(ServiceProcess node) throws Exception {
        return node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(EVALUATION))
                .body();
    }

    /** What readiness says of the directory. */
    private static String directory(ServiceProcess node) throws Exception {
        for (JsonNode check : TREES.readTree(node.get("/q/health/ready").body()).get("checks")) {
            if (check.get("name").asText().equals("rules")) {
                return check.at("/data/directory").asText();
            }
        }
        throw new AssertionError("no check of the rules");
    }
}
