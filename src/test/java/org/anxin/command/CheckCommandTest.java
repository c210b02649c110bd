package org.anxin.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} says what the service would say, and its exit code is for scripts. */
class CheckCommandTest {
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** @param options after the directory */
    private int check(RuleTexts texts, String... options) throws IOException {
        for (Map.Entry<String, String> text : texts.texts().entrySet()) {
            Path file = directory.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
        List<String> arguments = new ArrayList<>(List.of("check", directory.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2022-04-04T16:00:00Z"), ZoneOffset.UTC);
        return new Commands(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        clock,
                        Map.of())
                .run(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theShippedRulesAreFineAndTheirGapsAreTold() throws IOException {
        assertThat(check(SHIPPED)).isEqualTo(CheckCommand.FINE);
        assertThat(said())
                .contains("sha256:")
                .contains("0 mistakes, 0 warnings")
                .contains("OBLIGATION_GAP")
                .contains("staff, professional market")
                .contains(
                        "{\"id\":\"EXAMPLE\",\"assignments\":[{\"market\":{\"id\":\"EXAMPLE\",\"type\":\"PROFESSIONAL\"},")
                .contains("2022-04-05 – 2022-05-04");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theShippedRulesHaveNoChangeThatNoCaseNotices() throws IOException {
        assertThat(check(SHIPPED, "--mutate")).isEqualTo(CheckCommand.FINE);
        assertThat(said()).containsPattern("\\d{3} changes, 0 not noticed by a case, 1 mean the same");
    }

    @Test
    void aMistakeIsALineWithItsPlaceAndTheExitCodeIsOne() throws IOException {
        RuleTexts broken = SHIPPED.replacing("testing/cadence.drl", "every(14)", "evry(14)");
        assertThat(check(broken)).isEqualTo(CheckCommand.MISTAKEN);
        assertThat(said())
                .contains("ERROR testing/cadence.drl:32:30 PHRASE_UNKNOWN 此处没有词语 evry。")
                .contains("Did you mean every?")
                .contains("1 mistakes, 0 warnings")
                .doesNotContain("OBLIGATION_GAP");
    }

    @Test
    void aFailingCaseIsAWarningAndTheExitCodeIsOne() throws IOException {
        assertThat(check(SHIPPED.replacing("testing/cadence.drl", "every(14)", "every(15)")))
                .isEqualTo(CheckCommand.MISTAKEN);
        assertThat(said()).contains("WARNING testing/cadence.cases.yaml:").contains("CASE_FAILED");
    }

    @Test
    void aChangeThatNoCaseNoticesIsAWarningAndTheSameIsSaidInJson() throws IOException {
        RuleTexts blind = SHIPPED.replacing(
                "testing/samples.cases.yaml", "{dueOn: 2022-03-13, notes: []}", "{dueOn: 2022-03-13}");
        assertThat(check(blind, "--format", "json", "--mutate", "--from", "2022-06-01", "--to", "2022-06-30"))
                .isEqualTo(CheckCommand.MISTAKEN);
        JsonNode report = new ObjectMapper().readTree(said());
        assertThat(report.path("fine").asBoolean()).isFalse();
        assertThat(report.path("mistakes")).isEmpty();
        assertThat(report.at("/mutation/unnoticed/0/code").asText()).isEqualTo("CHANGE_UNNOTICED");
        assertThat(report.at("/mutation/unnoticed/0/file").asText()).isEqualTo("testing/samples.drl");
        assertThat(report.at("/mutation/unnoticed/0/message/en").asText())
                .isEqualTo("No case notices when result == \"PENDING\" becomes —.");
        assertThat(report.at("/gaps/from").asText()).isEqualTo("2022-06-01");
        assertThat(report.at("/gaps/warnings").findValuesAsText("code")).contains("OBLIGATION_GAP", "WINDOW_OVER");
        assertThat(report.at("/gaps/warnings/0/example/assignments/0/market/type")
                        .asText())
                .isEqualTo("PROFESSIONAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chek",
                "check",
                "check nowhere-at-all",
                "check pom.xml",
                "check src --mutat",
                "check src --format",
                "check src --format xml",
                "check src src",
                "check src --from 2022-4-5",
                "check src --from 2022-04-05 --to 2022-04-04",
                "check src --from 2022-04-05 --to 2099-04-04"
            })
    void whatCannotBeCheckedHasTheExitCodeTwoAndSaysWhy(String line) {
        assertThat(run(line.split(" "))).isEqualTo(CheckCommand.NOT_CHECKED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(" / ");
        assertThat(said()).isEmpty();
    }

    @Test
    void helpIsGivenToWhoeverAsks() {
        assertThat(run("--help")).isEqualTo(CheckCommand.FINE);
        assertThat(said()).contains("check DIR").contains("--mutate");
    }
}
