package org.anxin.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What was measured, printed and kept in {@code target/faults/figures.txt}. */
final class Figures {
    private static final Path FILE = Path.of("target/faults/figures.txt");

    private Figures() {}

    static void tell(String scenario, String figures) throws IOException {
        String line = scenario + ": " + figures + "\n";
        System.out.print(line);
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Median and maximum in seconds. */
    static String spread(Collection<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        return "median " + seconds(sorted.get(sorted.size() / 2)) + ", most " + seconds(sorted.get(sorted.size() - 1))
                + " of " + sorted.size();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
