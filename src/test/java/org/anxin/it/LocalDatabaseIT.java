package org.anxin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.anxin.local.TestDatabase;
import org.anxin.personal.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and the database of its own, or of others. */
class LocalDatabaseIT {
    private static final String READY = "/q/health/ready";

    @TempDir
    Path directory;

    @Test
    void aServiceThatWasKilledComesBackAndLeavesNoServerWhenItStops() throws IOException, InterruptedException {
        ProcessHandle left;
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            left = postmaster();
            service.kill();
        }
        assertThat(left.isAlive()).isTrue();
        ProcessHandle replaced;
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(service.get(READY).statusCode()).isEqualTo(200);
            replaced = postmaster();
        }
        assertThat(replaced.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aSecondServiceOnTheSameDataIsRefusedWithoutAStackTrace() throws IOException, InterruptedException {
        try (ServiceProcess first = ServiceProcess.start(directory);
                ServiceProcess second = ServiceProcess.begin(directory)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.log())
                    .contains("Another running service", "本服务未启动", "anxin.data.directory")
                    .doesNotContain("\tat ");
            assertThat(first.get(READY).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutItsDatabaseTheServiceIsNotReady() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(directory)) {
            assertThat(service.get(READY).statusCode()).isEqualTo(200);
            postmaster().destroyForcibly();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (service.get(READY).statusCode() == 200 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(service.get(READY).statusCode()).isEqualTo(503);
            assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whenAnotherDatabaseIsNamedNoneIsStarted() throws IOException, InterruptedException {
        try (TestDatabase other = TestDatabase.empty();
                ServiceProcess service = ServiceProcess.start(
                        directory,
                        "-Dquarkus.datasource.jdbc.url=" + other.url(),
                        "-Dquarkus.datasource.username=" + other.user(),
                        "-Dquarkus.datasource.password=" + other.password(),
                        "-Danxin.personal.keys=" + TestKeys.ONE,
                        "-Dquarkus.flyway.username=" + other.ownerName(),
                        "-Dquarkus.flyway.password=" + other.ownerPassword())) {
            assertThat(service.get(READY).statusCode()).isEqualTo(200);
            assertThat(directory.resolve("anxin-data/postgres")).doesNotExist();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        Path file = directory.resolve("anxin-data/postgres/cluster/data/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
    }
}
