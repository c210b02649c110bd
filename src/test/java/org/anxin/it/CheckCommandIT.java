package org.anxin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program checks rule files without becoming a service: no data, no database, no port. */
class CheckCommandIT {
    private static final Path RULES = Path.of("src/main/resources/rules").toAbsolutePath();

    @TempDir
    Path directory;

    private record Ended(int code, String said) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
        command.add(ServiceProcess.JAR.toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void theShippedRulesAreCheckedAndNothingIsLeftBehind() throws IOException, InterruptedException {
        Ended ended = run("check", RULES.toString(), "--mutate");
        assertThat(ended.said())
                .contains("0 mistakes, 0 warnings", "0 not noticed")
                .doesNotContain("Exception");
        assertThat(ended.code()).isZero();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void mistakesAndWrongUseHaveTheirOwnExitCodes() throws IOException, InterruptedException {
        Path rules = Files.createDirectory(directory.resolve("rules"));
        Files.writeString(rules.resolve("words.yaml"), "x");
        Ended mistaken = run("check", rules.toString(), "--format", "json");
        assertThat(mistaken.code()).isEqualTo(1);
        assertThat(mistaken.said()).startsWith("{\"ruleset\":").contains("\"fine\":false", "FILE_MISSING");
        assertThat(run("serve").code()).isEqualTo(2);
    }
}
