package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.anxin.policy.Policy;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;

/**
 * The hostile and the mistaken files, cut, doubled and mixed with each other, character by character: never an exception,
 * never an effect, and every mistake at a place that exists.
 */
class CorpusFuzzTest {
    private static final long SEED = 20220415;
    private static final int ROUNDS = 800;
    private static final RuleTexts SHIPPED = RuleTexts.shipped();
    private static final String STRANGE = "\"'()[]{};:,.@$!\\/*#\u3000\u201C\uFF08\u202E\u0000\n\t0x=<>&|-+";

    private final Random random = new Random(SEED);

    /** One file of the corpus: what is wrong with it is in this file. */
    private record Piece(String file, String text) {}

    private static List<Piece> corpus() throws IOException {
        List<Piece> corpus = new ArrayList<>();
        HostileFilesTest.Attack.all().forEach(attack -> {
            Map<String, String> texts = attack.texts().texts();
            for (String file : List.of("testing/evil.drl", "words.yaml", "directives.yaml")) {
                if (!texts.get(file).equals(SHIPPED.texts().get(file))) {
                    corpus.add(new Piece(file, texts.get(file)));
                }
            }
        });
        MistakenFilesTest.Slip.all().forEach(slip -> {
            String text = slip.marked().get(slip.file());
            if (text != null && text.length() > 1) {
                corpus.add(new Piece(slip.file(), text.replace("▼", "")));
            }
        });
        return corpus;
    }

    @Test
    void noFileOfTheCorpusHoweverChangedIsMoreThanMistaken() throws IOException {
        SHIPPED.policy();
        List<Piece> corpus = corpus();
        Watch before = Watch.now();
        for (int round = 0; round < ROUNDS; round++) {
            Piece piece = corpus.get(random.nextInt(corpus.size()));
            String text = changed(
                    piece.text(), corpus.get(random.nextInt(corpus.size())).text());
            Map<String, String> texts = new TreeMap<>(SHIPPED.texts());
            texts.put(piece.file(), text);
            RuleFiles files = RuleFiles.of(texts);
            Rulebook.Reading reading = Policy.RULEBOOK.read(files);
            assertThat(reading.ruleset() == null)
                    .as("round %d:%n%s", round, text)
                    .isEqualTo(reading.mistakes().stream().anyMatch(Mistake::fatal));
            reading.mistakes().forEach(mistake -> assertPlaced(mistake, files.texts()));
        }
        before.assertNothingDone("the corpus, changed");
    }

    private static void assertPlaced(Mistake mistake, Map<String, String> texts) {
        String[] lines = texts.getOrDefault(mistake.at().file(), "").split("\n", -1);
        assertThat(mistake.at().line()).as(mistake.text()).isBetween(1, lines.length);
        String line = lines[mistake.at().line() - 1];
        assertThat(mistake.at().column()).as(mistake.text()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        assertThat(mistake.cause().zh()).isNotBlank();
        assertThat(mistake.remedy().en()).isNotBlank();
    }

    private String changed(String text, String other) {
        StringBuilder changed = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(4); edits > 0 && !changed.isEmpty(); edits--) {
            int at = random.nextInt(changed.length());
            int end = Math.min(changed.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(at, end);
                case 1 -> changed.insert(at, changed.substring(at, end));
                case 2 -> changed.insert(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
                case 3 -> changed.setCharAt(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
                default -> {
                    int from = random.nextInt(other.length());
                    changed.insert(at, other, from, Math.min(other.length(), from + 1 + random.nextInt(30)));
                }
            }
        }
        return changed.toString();
    }
}
