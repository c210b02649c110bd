package org.anxin.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anxin.lake.GeneratedLake;
import org.anxin.lake.LakeShape;
import org.anxin.lake.Population;
import org.anxin.time.Days;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run publishes, and when it does not. */
class SweepJobTest {
    private static final String DAY = "2022-04-07";
    private static final int PEOPLE = 300;
    private static final String RULES = "../src/main/resources/rules";

    @TempDir
    static Path directory;

    private static SparkSession spark;
    private static Path lake;

    @BeforeAll
    static void start() throws IOException {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
        lake = directory.resolve("lake");
        GeneratedLake.write(lake, new Population(PEOPLE, Days.of(DAY), 1), EnumSet.allOf(LakeShape.class), false);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static SweepReport run(Path target, String rules, String... more) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("--lake", lake.toString(), "--rules", rules, "--to", target.toString()));
        arguments.addAll(List.of(more));
        return SweepJob.run(spark, JobOptions.of(arguments.toArray(String[]::new), Map.of()));
    }

    private static Map<String, String> lists(Path run) throws IOException {
        Map<String, String> lists = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run.resolve("csv"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lists.put(run.relativize(file).toString(), Files.readString(file));
            }
        }
        return lists;
    }

    @Test
    void aDayIsTheSameHoweverOftenAndFromWhateverTablesItIsMade() throws Exception {
        Path target = directory.resolve("same");
        SweepReport first = run(target, RULES);
        Path before = Submitted.current(target, DAY);
        Map<String, String> lists = lists(before);
        SweepReport second = run(target, RULES, "--shape", "narrow");
        Path after = Submitted.current(target, DAY);
        assertThat(after).isNotEqualTo(before);
        assertThat(second).isEqualTo(first);
        assertThat(lists(after)).isEqualTo(lists);
        assertThat(lists).hasSize(2 * 12);
        run(target, RULES);
        assertThat(before).doesNotExist();
        assertThat(after).isDirectory();
    }

    @Test
    void whereSomebodyIsMissingNothingIsPublishedAndTheDayStaysAsItWas() throws Exception {
        Path target = directory.resolve("kept");
        run(target, RULES);
        Path before = Submitted.current(target, DAY);
        Path manifest = lake.resolve("lake.json");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, whole.replace("\"registered\" : 300", "\"registered\" : 301"));
        try {
            assertThatThrownBy(() -> run(target, RULES)).isInstanceOf(SweepJob.IncompleteException.class);
        } finally {
            Files.writeString(manifest, whole);
        }
        assertThat(Submitted.current(target, DAY)).isEqualTo(before);
        try (Stream<Path> left = Files.list(target.resolve("date=" + DAY))) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(before);
        }
    }

    @Test
    void whoseWordsAreNotDeclaredIsNamedAndEverybodyElseDecided() throws Exception {
        Path rules = directory.resolve("rules");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(RULES))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(Path.of(RULES).relativize(file).toString(), Files.readString(file));
            }
        }
        texts.put("words.yaml", texts.get("words.yaml").replace("code: INVALID", "code: SPOILT"));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = rules.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    text.getValue().replace("\"INVALID\"", "\"SPOILT\"").replace("result: INVALID", "result: SPOILT"));
        }
        SweepReport report = run(directory.resolve("named"), rules.toString());
        assertThat(report.errorCount()).isPositive();
        assertThat(report.complete()).isTrue();
        assertThat(report.errors()).allMatch(one -> one.code().equals("RESULT_UNDECLARED"));
        assertThat(report.evaluated()).isEqualTo(PEOPLE - report.errorCount());
    }

    @Test
    void rulesWithMistakesDecideNobody() {
        assertThatThrownBy(() -> run(directory.resolve("none"), lake.toString()))
                .isInstanceOf(RuleTexts.RefusedException.class);
    }
}
