package org.anxin.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.rulebook.RuleFiles;
import org.anxin.rulebook.Rulebook;
import org.anxin.rulebook.Ruleset;

/** Rulesets for tests of admission. */
public final class AdmissionRules {
    private static final Path SHIPPED = Path.of("src/main/resources/rules");
    private static final Ruleset RULESET = read(texts());

    private AdmissionRules() {}

    /** The shipped admission rules. */
    public static Ruleset shipped() {
        return RULESET;
    }

    /** The shipped admission rules with one file added or replaced, and words added to one kind. */
    static Ruleset edited(String path, String text, String wordKind, String words) {
        Map<String, String> texts = texts();
        texts.put(path, text);
        texts.computeIfPresent("words.yaml", (file, now) -> now.replace(wordKind + ":\n", wordKind + ":\n" + words));
        return read(texts);
    }

    /** Texts of the shipped admission rules and cases, by path. */
    static Map<String, String> texts() {
        try {
            Map<String, String> texts = new TreeMap<>(RuleFiles.read(SHIPPED).texts());
            texts.keySet().removeIf(path -> path.contains("/") && !path.startsWith("admission/"));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ruleset read(Map<String, String> texts) {
        Rulebook.Reading reading = new Rulebook(List.of(AdmissionVocabulary.VOCABULARY)).read(RuleFiles.of(texts));
        assertThat(reading.mistakes()).isEmpty();
        return Objects.requireNonNull(reading.ruleset());
    }
}
