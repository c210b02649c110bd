package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever slips is told where, what is wrong, and what to write instead. */
class MistakenFilesTest {
    private static final char PLACE = '▼';
    private static final RuleTexts SHIPPED = RuleTexts.shipped();

    /** One entry of {@code mistaken.yaml}. */
    record Slip(JsonNode node) {
        static Stream<Slip> all() throws IOException {
            JsonNode all = new YAMLMapper()
                    .readTree(
                            Path.of("src/test/resources/rulebook/mistaken.yaml").toFile());
            return StreamSupport.stream(all.spliterator(), false).map(Slip::new);
        }

        String file() {
            return node.path("file").asText();
        }

        /** The shipped files with the slip, places marked. */
        Map<String, String> marked() {
            if (!node.has("with")) {
                Map<String, String> texts = new TreeMap<>(SHIPPED.texts());
                texts.remove(file());
                return texts;
            }
            String with = node.path("with").asText();
            return node.has("replace")
                    ? SHIPPED.replacing(file(), node.path("replace").asText(), with)
                            .texts()
                    : SHIPPED.with(file(), with).texts();
        }

        @Override
        public String toString() {
            return node.path("slip").asText();
        }
    }

    @ParameterizedTest
    @MethodSource("org.anxin.rulebook.MistakenFilesTest$Slip#all")
    void aSlipIsFoundAtItsPlaceAndTheRemedyIsNamed(Slip slip) {
        Map<String, String> texts = slip.marked();
        List<Position> marks = new ArrayList<>();
        texts.computeIfPresent(slip.file(), (file, text) -> unmarked(file, text, marks));
        List<Mistake> mistakes = Policy.RULEBOOK.read(RuleFiles.of(texts)).mistakes();
        List<String> expected = new ArrayList<>();
        for (JsonNode find : slip.node().path("finds")) {
            String at = find.has("at") ? find.path("at").asText() : place(marks.remove(0));
            expected.add(at + " " + find.path("code").asText());
        }
        assertThat(mistakes)
                .extracting(mistake -> place(mistake.at()) + " " + mistake.code())
                .containsExactlyElementsOf(expected);
        for (int i = 0; i < mistakes.size(); i++) {
            String suggestion =
                    slip.node().path("finds").path(i).path("suggests").asText();
            assertThat(mistakes.get(i).remedy().zh()).isNotBlank().contains(suggestion);
            assertThat(mistakes.get(i).remedy().en()).isNotBlank().contains(suggestion);
            assertThat(mistakes.get(i).cause().zh()).isNotBlank();
            assertThat(mistakes.get(i).cause().en()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("org.anxin.rulebook.MistakenFilesTest$Slip#all")
    void aFixThatIsOfferedMendsTheMistake(Slip slip) {
        Map<String, String> texts = slip.marked();
        texts.computeIfPresent(slip.file(), (file, text) -> unmarked(file, text, new ArrayList<>()));
        List<Mistake> mistakes = Policy.RULEBOOK.read(RuleFiles.of(texts)).mistakes();
        for (Mistake mistake : mistakes) {
            Fix fix = mistake.fix();
            // What is written for a missing title only waits for the author's words.
            if (fix != null && !mistake.code().equals("TITLE_MISSING")) {
                Map<String, String> fixed = new TreeMap<>(texts);
                fixed.compute(fix.at().file(), (file, text) -> Fixing.of(text, fix));
                assertThat(Policy.RULEBOOK.read(RuleFiles.of(fixed)).mistakes())
                        .as(slip + " " + fix)
                        .extracting(Mistake::text)
                        .doesNotContain(mistake.text())
                        .hasSizeLessThan(mistakes.size());
            }
        }
    }

    @Test
    void whatWasProbablyMeantIsOfferedToTheLetter() {
        Map<String, String> texts = SHIPPED.replacing("testing/cadence.drl", "every(14)", "evry(14)")
                .replacing("testing/cadence.drl", "marketType == \"FARMERS\"", "marketTyp == \"FARMERS\"")
                .replacing("testing/cadence.drl", "\"DIRECT_CONTACT\"", "\"DIRECT_CONTACTS\"")
                .texts();
        assertThat(Policy.RULEBOOK.read(RuleFiles.of(texts)).mistakes())
                .extracting(mistake ->
                        java.util.Objects.requireNonNull(mistake.fix()).text())
                .containsExactly("marketType", "DIRECT_CONTACT", "every");
    }

    @Test
    void mistakesOfSeveralFilesAreReportedAtOnceSortedByPlace() {
        RuleTexts texts = SHIPPED.replacing("words.yaml", "{code: INVALID, zh: 无效,", "{code: INVALID,")
                .replacing("testing/cadence.drl", "every(14)", "every(1400)")
                .replacing("testing/cadence.drl", "marketType == \"FARMERS\"", "marketTyp == \"FARMERS\"")
                .replacing("testing/cadence.drl", "@title(\"直接接触人员每周2次核酸检测\")", "")
                .replacing("admission/goods.drl", "findings.reject", "finding.reject")
                .with("new.drl", "");
        assertThat(Policy.RULEBOOK.read(RuleFiles.of(texts.texts())).mistakes())
                .extracting(Mistake::code, mistake -> mistake.at().file())
                .containsExactly(
                        tuple("VERB_UNKNOWN", "admission/goods.drl"),
                        tuple("FILE_MISPLACED", "new.drl"),
                        tuple("FIELD_UNKNOWN", "testing/cadence.drl"),
                        tuple("TITLE_MISSING", "testing/cadence.drl"),
                        tuple("NUMBER_OUT_OF_RANGE", "testing/cadence.drl"),
                        tuple("YAML_KEY_MISSING", "words.yaml"));
    }

    @Test
    void everyMessageHasTheSameGapsInBothLanguages() {
        Object[] gaps = {"gap0", "gap1", "gap2", "gap3", "gap4", "gap5"};
        for (MistakeCode code : MistakeCode.values()) {
            Mistake mistake = code.at(new Position("x.drl", 1, 1), gaps);
            assertThat(gapsIn(mistake.cause().zh()))
                    .as(code.name())
                    .isEqualTo(gapsIn(mistake.cause().en()));
            assertThat(gapsIn(mistake.remedy().zh()))
                    .as(code.name())
                    .isEqualTo(gapsIn(mistake.remedy().en()));
        }
    }

    private static List<String> gapsIn(String text) {
        return Pattern.compile("gap.")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static String place(Position at) {
        return at.file() + ":" + at.line() + ":" + at.column();
    }

    private static String unmarked(String file, String text, List<Position> marks) {
        StringBuilder unmarked = new StringBuilder();
        for (String part : text.split("(?<=" + PLACE + ")")) {
            boolean marks1 = part.endsWith(String.valueOf(PLACE));
            unmarked.append(part, 0, part.length() - (marks1 ? 1 : 0));
            if (marks1) {
                String before = unmarked.toString();
                int line = before.length() - before.replace("\n", "").length() + 1;
                int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
                marks.add(new Position(file, line, column));
            }
        }
        return unmarked.toString();
    }
}
