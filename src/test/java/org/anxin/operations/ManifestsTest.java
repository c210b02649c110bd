package org.anxin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code src/main/kubernetes}: several nodes of one database. */
class ManifestsTest {
    private static final Path DIRECTORY = Path.of("src/main/kubernetes");
    private static final List<String> SECRETS = List.of("anxin", "anxin-owner");

    private final JsonNode kustomization = Yaml.document(DIRECTORY.resolve("kustomization.yaml"));
    private final List<JsonNode> all = new ArrayList<>();
    private final JsonNode deployment;
    private final JsonNode pod;
    private final JsonNode container;

    ManifestsTest() throws IOException {
        for (JsonNode file : kustomization.get("resources")) {
            all.addAll(Yaml.documents(DIRECTORY.resolve(file.asText())));
        }
        deployment = of("Deployment", "anxin");
        pod = deployment.at("/spec/template/spec");
        container = pod.at("/containers/0");
    }

    private JsonNode of(String kind, String name) {
        return all.stream()
                .filter(one -> one.get("kind").asText().equals(kind)
                        && one.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    @Test
    void everyFileIsAppliedButTheExampleOfASecret() throws IOException {
        List<String> applied = new ArrayList<>(List.of("kustomization.yaml", "secret.example.yaml"));
        kustomization.get("resources").forEach(file -> applied.add(file.asText()));
        try (var files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(applied);
        }
        assertThat(all).noneMatch(one -> one.get("kind").asText().equals("Secret"));
    }

    @Test
    void everythingThatNodesAreToldIsASettingThatThereIs() throws IOException {
        Set<String> known = KnownVariables.all();
        assertThat(of("ConfigMap", "anxin").get("data").fieldNames())
                .toIterable()
                .isSubsetOf(known);
        for (JsonNode secret : Yaml.documents(DIRECTORY.resolve("secret.example.yaml"))) {
            assertThat(secret.at("/metadata/name").asText()).isIn(SECRETS);
            assertThat(secret.get("stringData").fieldNames()).toIterable().isSubsetOf(known);
        }
    }

    @Test
    void probesAskWhatTheServiceAnswersWhereItListens() {
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("http");
        }
        assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        assertThat(of("Service", "anxin").at("/spec/ports/0/targetPort").asText())
                .isEqualTo("http");
        assertThat(of("NetworkPolicy", "anxin")
                        .at("/spec/ingress/0/ports/0/port")
                        .asText())
                .isEqualTo("http");
    }

    @Test
    void anOldPodEndsOnlyWhenANewOneIsReadyAndHasTheTimeItNeeds() throws IOException {
        assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThan(1);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                .isZero();
        assertThat(of("PodDisruptionBudget", "anxin").at("/spec/minAvailable").asInt())
                .isBetween(1, deployment.at("/spec/replicas").asInt() - 1);
        Duration needed = Duration.ofSeconds(
                        container.at("/lifecycle/preStop/exec/command/1").asLong())
                .plus(shutdown("delay"))
                .plus(shutdown("timeout"));
        assertThat(pod.get("terminationGracePeriodSeconds").asLong()).isGreaterThan(needed.toSeconds() + 5);
    }

    /** As the manifest sets it, else as the service does. */
    private Duration shutdown(String what) throws IOException {
        JsonNode set = of("ConfigMap", "anxin").at("/data/QUARKUS_SHUTDOWN_" + what.toUpperCase(Locale.ROOT));
        Properties shipped = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            shipped.load(file);
        }
        String value = set.isMissingNode() ? shipped.getProperty("quarkus.shutdown." + what, "0s") : set.asText();
        return Duration.parse("PT" + value);
    }

    @Test
    void tablesAreMadeOnceByTheirOwnerAndNodesDoNotHaveItsPassword() {
        JsonNode data = of("ConfigMap", "anxin").get("data");
        assertThat(data.get("QUARKUS_FLYWAY_MIGRATE_AT_START").asText()).isEqualTo("false");
        assertThat(data.get("QUARKUS_FLYWAY_VALIDATE_AT_START").asText()).isEqualTo("true");
        assertThat(container.get("envFrom").toString()).doesNotContain("anxin-owner");
        JsonNode migrating = of("Job", "anxin-migrate").at("/spec/template/spec/containers/0");
        assertThat(migrating.get("args").get(0).asText()).isEqualTo("migrate");
        assertThat(migrating.get("envFrom").toString()).contains("anxin-owner");
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeedsAndAllOfItHasItsShare() {
        for (JsonNode one : List.of(pod, of("Job", "anxin-migrate").at("/spec/template/spec"))) {
            assertThat(one.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(one.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(one.get("automountServiceAccountToken").asBoolean(true)).isFalse();
            JsonNode inside = one.at("/containers/0");
            assertThat(inside.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(inside.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(inside.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(inside.at("/resources/requests/cpu").isMissingNode()).isFalse();
            assertThat(inside.at("/resources/limits/memory").isMissingNode()).isFalse();
        }
    }

    @Test
    void allNodesShareTheFiles() {
        String directory =
                of("ConfigMap", "anxin").at("/data/ANXIN_FILES_DIRECTORY").asText();
        assertThat(container.get("volumeMounts").toString())
                .contains("{\"name\":\"files\",\"mountPath\":\"" + directory + "\"}");
        assertThat(of("PersistentVolumeClaim", "anxin-files")
                        .at("/spec/accessModes/0")
                        .asText())
                .isEqualTo("ReadWriteMany");
        assertThat(pod.get("volumes").toString()).contains("\"claimName\":\"anxin-files\"");
    }
}
