package org.anxin.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anxin.policy.RuleTexts;
import org.junit.jupiter.api.Test;

/** The id of rule files is that of what they say, on any machine. */
class RuleFilesIdTest {
    private static final Map<String, String> SHIPPED = RuleTexts.shipped().texts();

    @Test
    void theIdIsTheSameForAnyLineEndAnyOrderAndWithAByteOrderMark() {
        String id = RuleFiles.of(SHIPPED).id();
        assertThat(id).matches("sha256:[0-9a-f]{64}");
        Map<String, String> other = new LinkedHashMap<>();
        List<String> backwards =
                SHIPPED.keySet().stream().sorted((a, b) -> b.compareTo(a)).toList();
        backwards.forEach(path ->
                other.put(path, "\uFEFF" + SHIPPED.getOrDefault(path, "").replace("\n", "\r\n")));
        assertThat(RuleFiles.of(other).id()).isEqualTo(id);
        other.replaceAll((path, text) -> text.replace("\r\n", "\r"));
        assertThat(RuleFiles.of(other).id()).isEqualTo(id);
    }

    @Test
    void theIdChangesWithEveryCharacterEveryPathAndEveryFile() {
        Set<String> ids = new HashSet<>(Set.of(RuleFiles.of(SHIPPED).id()));
        int files = 1;
        String text = SHIPPED.getOrDefault("testing/actions.drl", "");
        for (int i = 0; i < text.length(); i += 7) {
            ids.add(with(
                    "testing/actions.drl", text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1)));
            files++;
        }
        ids.add(with("testing/actions2.drl", text));
        ids.add(with("testing/empty.drl", ""));
        ids.add(with("testing/actions.drl", text + "\n"));
        assertThat(ids).hasSize(files + 3);
    }

    @Test
    void textsDoNotRunTogetherToTheSameId() {
        String one = RuleFiles.of(Map.of("a.drl", "bc.drl", "b.drl", "x")).id();
        assertThat(RuleFiles.of(Map.of("a.drl", "b", "c.drlb.drl", "x")).id()).isNotEqualTo(one);
        assertThat(RuleFiles.of(Map.of("a.drl", "", "b.drl", "")).id())
                .isNotEqualTo(RuleFiles.of(Map.of("a.drl", "b.drl")).id());
    }

    private static String with(String path, String text) {
        Map<String, String> texts = new TreeMap<>(SHIPPED);
        texts.put(path, text);
        return RuleFiles.of(texts).id();
    }
}
