package org.anxin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anxin.it.ServiceProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The clock of a node's machine jumps by hours and days, in both directions, while it sweeps (libfaketime). */
class ClockJumpIT {
    private static final List<String> JUMPS = List.of("+1d", "-3h", "+40d", "-2d", "+0");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NOBODY = "{\"personnel\": []}";

    @Test
    void theSweepFindsWhatItFindsOtherwiseAndTodayFollowsTheClock() throws Exception {
        Path library = library();
        Assumptions.assumeTrue(library != null, "LEFT OUT: libfaketime is not here (Debian: apt-get install faketime)");
        try (Province province = new Province()) {
            Path clock = Province.directory("clock").resolve("offset");
            Files.writeString(clock, "+0");
            ServiceProcess node = province.start(
                    "node",
                    Map.of(
                            "LD_PRELOAD",
                            String.valueOf(library),
                            "FAKETIME_TIMESTAMP_FILE",
                            clock.toString(),
                            "FAKETIME_NO_CACHE",
                            "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC",
                            "1"));
            int runs = Scale.of(1, 5);
            for (int run = 0; run < runs; run++) {
                String sweep = Undisturbed.request(province, node, run);
                for (String jump : JUMPS) {
                    jump(node, clock, jump);
                }
                assertThat(new Sweeping(node).ended(sweep).path("state").asText())
                        .isEqualTo("COMPLETED");
            }
            Undisturbed.assertSame(province, node, runs);
            Figures.tell(
                    "clock jumps",
                    runs * JUMPS.size() + " jumps in " + runs + " sweeps, rows and lists as undisturbed");
        }
    }

    /** Returns when the node has noticed. */
    private static void jump(ServiceProcess node, Path clock, String offset) throws Exception {
        Files.writeString(clock, offset);
        long seconds = seconds(offset);
        Wait.until("today after " + offset, PATIENCE, () -> {
            LocalDate before = LocalDate.now(ZONE).minusDays(1);
            LocalDate today = today(node);
            return !today.isBefore(before.plusDays(Math.floorDiv(seconds, 86_400)))
                    && !today.isAfter(before.plusDays(3 + Math.floorDiv(seconds, 86_400)));
        });
        assertThat(node.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(node.get("/api/v1/people/P-0000001").statusCode()).isEqualTo(200);
    }

    private static LocalDate today(ServiceProcess node) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                node.post("/api/v1/evaluate", "application/json", BodyPublishers.ofString(NOBODY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LocalDate.parse(
                new ObjectMapper().readTree(answer.body()).get("asOf").asText());
    }

    private static long seconds(String offset) {
        return switch (offset.charAt(offset.length() - 1)) {
            case 'd' -> 86_400 * Long.parseLong(offset.substring(0, offset.length() - 1));
            case 'h' -> 3_600 * Long.parseLong(offset.substring(0, offset.length() - 1));
            default -> 0;
        };
    }

    /** Where Debian has it; null if it is not there. */
    private static @Nullable Path library() throws IOException {
        try (Stream<Path> places =
                Stream.of("/usr/lib", "/usr/local/lib").map(Path::of).filter(Files::isDirectory)) {
            for (Path place : places.toList()) {
                try (Stream<Path> found = Files.find(place, 3, (path, what) -> path.endsWith("libfaketimeMT.so.1"))) {
                    var first = found.findFirst();
                    if (first.isPresent()) {
                        return first.get();
                    }
                }
            }
        }
        return null;
    }
}
