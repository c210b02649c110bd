package org.anxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.rulebook.Mistake;
import org.junit.jupiter.api.Test;

/** Rule directories, and stored rulesets, of the first version: without what later versions added. */
class EarlierDirectoriesTest {
    private static final List<String> LATER = List.of("onboarding/", "patrol/", "admission/records.", "retention.yaml");
    private static final String LATER_KINDS = "(?ms)^(contact|patrolItem|scene|patrolFinding):.*?(?=^\\S|\\z)";

    private static RuleTexts earlier() {
        Map<String, String> texts = new TreeMap<>(RuleTexts.shipped().texts());
        texts.keySet().removeIf(path -> LATER.stream().anyMatch(path::startsWith));
        texts.computeIfPresent("words.yaml", (path, text) -> text.replaceAll(LATER_KINDS, ""));
        return new RuleTexts(texts);
    }

    @Test
    void theyStayReadableAndCaseForCaseWhatTheyWere() {
        PolicyCheck.Result result = earlier().check();
        assertThat(earlier().texts().get("words.yaml"))
                .doesNotContain("patrolItem:")
                .contains("marketType:");
        assertThat(result.mistakes()).extracting(Mistake::text).isEmpty();
        assertThat(result.policy()).isNotNull();
    }
}
