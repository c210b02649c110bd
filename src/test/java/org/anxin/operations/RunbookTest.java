package org.anxin.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is called by an alert finds in {@code docs/operations.md} what to look at and what to do. */
class RunbookTest {
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(Anxin\\w+)` \\|(.+)\\|(.+)\\|(.+)\\|$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private final String page = Files.readString(PAGE);
    private final List<JsonNode> alerts = new ArrayList<>();

    RunbookTest() throws IOException {
        Yaml.document(Path.of("docs/operations/alerts.yaml"))
                .get("groups")
                .forEach(group -> group.get("rules").forEach(alerts::add));
    }

    @Test
    void everyAlertHasARowWithMeaningChecksAndCure() {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(row.group(1));
            for (int column = 2; column <= 4; column++) {
                assertThat(row.group(column)).as(row.group(1)).isNotBlank();
            }
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(alerts.stream()
                        .map(alert -> alert.get("alert").asText())
                        .toList());
    }

    @Test
    void everyAlertLeadsToAPartOfThePageThatThereIs() {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(page);
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-'));
        }
        for (JsonNode alert : alerts) {
            String[] runbook = alert.at("/annotations/runbook").asText().split("#", 2);
            assertThat(runbook[0]).isEqualTo("docs/operations.md");
            assertThat(anchors).as(alert.get("alert").asText()).contains(runbook[runbook.length - 1]);
        }
    }
}
