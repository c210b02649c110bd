package org.anxin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code src/main/docker/compose.yaml}: the service and its database on one machine. */
class ComposeFileTest {
    private static final Path FILE = Path.of("src/main/docker/compose.yaml");
    private static final Path SCRIPTS = Path.of("src/main/scripts");
    private static final List<String> OURS = List.of("migrate", "anxin");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?|:-)?");

    private final JsonNode services = Yaml.document(FILE).get("services");

    ComposeFileTest() throws IOException {}

    @Test
    void everythingThatTheServiceIsToldIsASettingThatThereIs() throws IOException {
        Set<String> known = KnownVariables.all();
        for (String name : OURS) {
            assertThat(services.get(name).get("environment").fieldNames())
                    .toIterable()
                    .as(name)
                    .isSubsetOf(known);
        }
    }

    @Test
    void whatIsToBeSetIsAskedForAndExplainedAndNoPasswordIsWrittenDown() throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(Files.readString(FILE));
        while (variable.find()) {
            assertThat(variable.group(2)).as(variable.group(1)).isNotNull();
            asked.add(variable.group(1));
        }
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains(asked);
        for (JsonNode service : services) {
            service.get("environment").properties().stream()
                    .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET)$"))
                    .forEach(entry -> assertThat(entry.getValue().asText())
                            .as(entry.getKey())
                            .startsWith("${"));
        }
    }

    @Test
    void theServiceWaitsForTablesThatAnotherRoleMadeAndIsNotThatRole() {
        JsonNode anxin = services.get("anxin");
        assertThat(anxin.at("/depends_on/migrate/condition").asText()).isEqualTo("service_completed_successfully");
        assertThat(services.at("/migrate/depends_on/database/condition").asText())
                .isEqualTo("service_healthy");
        assertThat(anxin.at("/environment/QUARKUS_DATASOURCE_USERNAME").asText())
                .isEqualTo("anxin");
        assertThat(anxin.get("environment").has("QUARKUS_FLYWAY_USERNAME")).isFalse();
        assertThat(services.at("/migrate/environment/QUARKUS_FLYWAY_USERNAME").asText())
                .isEqualTo("anxin_owner");
        assertThat(services.at("/database/healthcheck/test").toString()).contains("pg_isready");
    }

    @Test
    void theServiceIsGivenTheTimeThatItTakesToEnd() throws IOException {
        Properties shipped = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            shipped.load(file);
        }
        Duration needed = Duration.parse("PT" + shipped.getProperty("quarkus.shutdown.delay"))
                .plus(Duration.parse("PT" + shipped.getProperty("quarkus.shutdown.timeout")));
        assertThat(Duration.parse("PT" + services.at("/anxin/stop_grace_period").asText()))
                .isGreaterThan(needed);
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeeds() {
        for (JsonNode service : services) {
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(service.get("cap_drop").get(0).asText()).isEqualTo("ALL");
            assertThat(service.get("security_opt").get(0).asText()).isEqualTo("no-new-privileges:true");
        }
        assertThat(services.at("/database/user").asText()).isEqualTo("postgres");
        assertThat(services.at("/anxin/ports/0").asText()).startsWith("127.0.0.1:");
    }

    @Test
    void theScriptsThatItNamesAreThere() throws IOException {
        Matcher script = Pattern.compile("scripts/([a-z-]+)").matcher(Files.readString(FILE));
        int found = 0;
        while (script.find()) {
            assertThat(SCRIPTS.resolve(script.group(1))).isExecutable();
            found++;
        }
        assertThat(found).isGreaterThan(1);
    }
}
