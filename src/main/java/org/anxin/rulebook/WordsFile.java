package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.anxin.text.Bilingual;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code words.yaml}: for each kind of word a list of {@code {code, zh, en}} (SPEC section 8). */
final class WordsFile {
    /** Path within the rule directory. */
    static final String NAME = "words.yaml";

    private final YamlReader yaml;
    private final List<Mistake> mistakes;

    private WordsFile(List<Mistake> mistakes) {
        this.yaml = new YamlReader(NAME, mistakes);
        this.mistakes = mistakes;
    }

    /**
     * The declared words; adds to {@code mistakes}.
     *
     * @param kinds that must be declared, and no others
     * @param fixed words that are not for staff to declare
     */
    static Words read(String text, Set<String> kinds, List<Words.Word> fixed, List<Mistake> mistakes) {
        return new WordsFile(mistakes).words(text, new TreeSet<>(kinds), fixed);
    }

    private Words words(String text, Set<String> kinds, List<Words.Word> fixed) {
        List<Words.Word> words = new ArrayList<>(fixed);
        Node root = yaml.read(text);
        if (root == null) {
            return new Words(words);
        }
        Map<String, Node> members = yaml.members(root);
        members.forEach((kind, list) -> {
            if (kinds.contains(kind)) {
                words.addAll(words(kind, list));
            } else {
                mistakes.add(MistakeCode.WORD_KIND_UNKNOWN.at(yaml.at(list), kind, ConditionCheck.choose(kind, kinds)));
            }
        });
        kinds.stream()
                .filter(kind -> !members.containsKey(kind))
                .forEach(kind -> mistakes.add(MistakeCode.WORD_KIND_MISSING.at(new Position(NAME, 1, 1), kind)));
        return new Words(words);
    }

    private List<Words.Word> words(String kind, Node list) {
        List<Words.Word> words = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Node node : yaml.list(list)) {
            Map<String, Node> members = yaml.members(node, Set.of("code", "zh", "en", "listsLots"));
            String code = yaml.required(node, members, "code");
            String zh = yaml.required(node, members, "zh");
            String en = yaml.required(node, members, "en");
            if (code == null || zh == null || en == null) {
                continue;
            }
            if (!code.matches("[A-Z][A-Z0-9_]{0,63}")) {
                yaml.wrong(
                        yaml.at(node),
                        "词语编码由大写字母、数字和下划线组成。",
                        "A word's code is of capital letters, digits and underscores.");
            } else if (!codes.add(code)) {
                mistakes.add(MistakeCode.DUPLICATE_ENTRY.at(yaml.at(node), code));
            } else {
                words.add(new Words.Word(kind, code, new Bilingual(zh, en), listsLots(members)));
            }
        }
        return words;
    }

    private boolean listsLots(Map<String, Node> members) {
        Node node = members.get("listsLots");
        String text = node == null ? null : yaml.text(node);
        if (node == null || "false".equals(text) || "true".equals(text)) {
            return "true".equals(text);
        }
        yaml.wrong(yaml.at(node), "listsLots 应为 true 或 false。", "listsLots is true or false.");
        return false;
    }
}
