package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anxin.it.ServiceProcess;
import org.junit.jupiter.api.Test;

/** No space is left, for the database and for files that are received. */
class FullDiskIT {
    private static final int DATABASE_MEGABYTES = 400;
    private static final int UPLOADS_MEGABYTES = 2;
    private static final int MOST_FILES = 200;
    private static final int PEOPLE = 5000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CSV = "text/csv";
    private static final String EVALUATION = """
            {"asOf": "2022-03-11", "personnel": [{"id": "P-1",
              "assignments": [{"market": {"id": "M-01", "type": "FARMERS"}, "category": "STAFF", "from": "2022-01-01"}]}]}""";

    @Test
    void whatWasConfirmedBeforeTheDatabasesDiskWasFullStaysAndItGoesOnWhenThereIsSpace() throws Exception {
        Path directory = Province.directory("full-database");
        try (SmallDisk disk = SmallDisk.mounted(directory.resolve("disk"), DATABASE_MEGABYTES)) {
            long confirmed;
            try (ServiceProcess node = start(directory, "-Danxin.database.directory=" + disk.directory())) {
                assertThat(send(node, "people", people()).statusCode()).isEqualTo(200);
                assertThat(send(node, "samples", samples(0)).statusCode()).isEqualTo(200);
                disk.fill();
                int file = 1;
                HttpResponse<String> answer = send(node, "samples", samples(file));
                while (answer.statusCode() == 200 && file < MOST_FILES) {
                    file++;
                    answer = send(node, "samples", samples(file));
                }
                assertRefused(answer);
                assertThat(evaluate(node)).isEqualTo(200);
                confirmed = (long) file * PEOPLE;
                disk.free();
                int last = file;
                Wait.until(
                        "an import",
                        PATIENCE,
                        () -> send(node, "samples", samples(last)).statusCode() == 200);
                assertThat(send(node, "samples", samples(0)).body())
                        .as("what was there before")
                        .contains("\"unchanged\":" + PEOPLE);
                node.kill();
            }
            try (ServiceProcess node = start(directory, "-Danxin.database.directory=" + disk.directory())) {
                for (int file = 0; file < confirmed / PEOPLE; file++) {
                    assertThat(send(node, "samples", samples(file)).body()).contains("\"unchanged\":" + PEOPLE);
                }
            }
            Figures.tell("full disk of the database", confirmed + " samples confirmed before, all there afterwards");
        }
    }

    @Test
    void filesThatFindNoSpaceAreRefusedAndTakenWhenThereIsSome() throws Exception {
        Path directory = Province.directory("full-uploads");
        try (SmallDisk disk = SmallDisk.mounted(directory.resolve("disk"), UPLOADS_MEGABYTES);
                ServiceProcess node = start(directory, "-Danxin.imports.directory=" + disk.directory())) {
            assertThat(send(node, "people", people()).statusCode()).isEqualTo(200);
            disk.fill();
            HttpResponse<String> answer = send(node, "samples", samples(0));
            assertRefused(answer);
            assertThat(answer.body()).contains("/problems/upload-not-kept");
            assertThat(node.get("/api/v1/people/P-1").statusCode()).isEqualTo(200);
            disk.free();
            assertThat(send(node, "samples", samples(0)).body()).contains("\"accepted\":" + PEOPLE);
        }
    }

    private static ServiceProcess start(Path directory, String option) throws Exception {
        return ServiceProcess.start(
                directory,
                Scale.jvm().get(0),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Danxin.sweep.cron=off",
                option);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static int evaluate(ServiceProcess node) throws Exception {
        return node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(EVALUATION))
                .statusCode();
    }

    private static HttpResponse<String> send(ServiceProcess node, String kind, String file) throws Exception {
        return node.post("/api/v1/imports/" + kind, CSV, BodyPublishers.ofString(file));
    }

    private static String people() {
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(n -> "P-" + n + ",,,\n")
                .collect(Collectors.joining("", "id,name,id_number,phone\n", ""));
    }

    /** One of everybody, at another second for each file. */
    private static String samples(int file) {
        String at = "2022-03-01T08:%02d:%02d+08:00".formatted(file / 60, file % 60);
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(n -> "P-" + n + "," + at + ",NEGATIVE,L\n")
                .collect(Collectors.joining("", "person_id,taken_at,result,laboratory\n", ""));
    }
}
