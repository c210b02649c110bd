package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.anxin.rulebook.Fix;
import org.anxin.rulebook.Fixing;
import org.anxin.rulebook.Mistake;
import org.anxin.rulebook.RuleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever wrote a rule without cases gets one to begin with. */
class CaseSkeletonTest {
    private static List<Mistake> of(List<Mistake> mistakes, String code, String file) {
        return mistakes.stream()
                .filter(mistake ->
                        mistake.code().equals(code) && mistake.at().file().equals(file))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "testing/cadence",
        "admission/goods",
        "onboarding/letters",
        "patrol/items",
    })
    void theCaseToBeginWithCanBeReadAndFailsUntilItSaysWhatIsToComeOut(String rules) {
        String cases = rules + ".cases.yaml";
        Map<String, String> texts = new TreeMap<>(RuleTexts.shipped().texts());
        texts.replaceAll((path, text) -> path.endsWith(".cases.yaml") ? "# None yet." : text);
        List<Mistake> mistakes = PolicyCheck.of(RuleFiles.of(texts)).mistakes();
        Mistake missing = of(mistakes, "CASE_MISSING", rules + ".drl").get(0);
        Fix fix = Objects.requireNonNull(missing.fix());
        assertThat(fix.at().file()).isEqualTo(cases);

        texts.put(cases, Fixing.of(texts.get(cases), fix));
        List<Mistake> after = PolicyCheck.of(RuleFiles.of(texts)).mistakes();
        assertThat(of(after, "CASE_UNREADABLE", cases)).isEmpty();
        assertThat(of(after, "CASE_FAILED", cases)).hasSize(1);
        assertThat(of(after, "CASE_FAILED", cases).get(0).at().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"testing/cadence"})
    void theFirstCaseMakesTheFile(String rules) {
        Map<String, String> texts = new TreeMap<>(RuleTexts.shipped().texts());
        texts.remove(rules + ".cases.yaml");
        Mistake missing = of(PolicyCheck.of(RuleFiles.of(texts)).mistakes(), "CASE_MISSING", rules + ".drl")
                .get(0);
        assertThat(Fixing.of(null, Objects.requireNonNull(missing.fix()))).startsWith("- case: DC-2W applying");
    }
}
