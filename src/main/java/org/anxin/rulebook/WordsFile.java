package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.anxin.text.Bilingual;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code words.yaml}: for each kind of word a list of {@code {code, zh, en}} (SPEC section 8). */
final class WordsFile {
    /** Path within the rule directory. */
    static final String NAME = "words.yaml";

    /** Most words of one kind: what the check works out in advance grows with their combinations. */
    static final int MAX_WORDS = 200;

    private static final Set<String> KEYS = Set.of("code", "zh", "en", "listsLots");

    private final YamlReader yaml;
    private final Mistakes mistakes;

    private WordsFile(Mistakes mistakes) {
        this.yaml = new YamlReader(NAME, mistakes);
        this.mistakes = mistakes;
    }

    /**
     * The declared words; adds to {@code mistakes}.
     *
     * @param kinds that must be declared
     * @param optional kinds that may be declared as well; no others
     * @param fixed words that are not for staff to declare
     */
    static Words read(String text, Set<String> kinds, Set<String> optional, List<Words.Word> fixed, Mistakes mistakes) {
        return new WordsFile(mistakes).words(text, new TreeSet<>(kinds), optional, fixed);
    }

    private Words words(String text, Set<String> kinds, Set<String> optional, List<Words.Word> fixed) {
        Node root = yaml.read(text);
        if (root == null) {
            return new Words(List.of(), fixed);
        }
        List<Words.Word> words = new ArrayList<>(fixed);
        Set<String> known = new TreeSet<>(kinds);
        known.addAll(optional);
        Map<String, Node> members = yaml.members(root, known, MistakeCode.WORD_KIND_UNKNOWN);
        kinds.stream()
                .filter(kind -> !members.containsKey(kind))
                .forEach(kind -> mistakes.add(MistakeCode.WORD_KIND_MISSING.at(new Position(NAME, 1, 1), kind)));
        members.forEach((kind, list) -> {
            checkNumber(kind, list);
            words.addAll(words(kind, list));
        });
        members.values().removeIf(list -> !(list instanceof SequenceNode));
        // Every kind but one whose absence is a mistake already, lest each of its words were another.
        Set<String> declared = new TreeSet<>(optional);
        declared.addAll(members.keySet());
        return new Words(declared, words);
    }

    private void checkNumber(String kind, Node list) {
        if (list instanceof SequenceNode sequence && sequence.getValue().size() > MAX_WORDS) {
            Position first = yaml.at(sequence.getValue().get(MAX_WORDS));
            mistakes.add(MistakeCode.TOO_MANY_WORDS.at(first, kind, MAX_WORDS));
        }
    }

    private List<Words.Word> words(String kind, Node list) {
        List<Words.Word> words = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Node node : yaml.list(list)) {
            Map<String, Node> members = yaml.members(node, KEYS, MistakeCode.YAML_KEY_UNKNOWN);
            String code = yaml.required(node, members, "code");
            String zh = yaml.required(node, members, "zh");
            String en = yaml.required(node, members, "en");
            boolean listsLots = listsLots(members);
            if (code == null) {
                continue;
            }
            if (!code.matches("[A-Z][A-Z0-9_]{0,63}")) {
                yaml.wrong(
                        yaml.at(members.getOrDefault("code", node)),
                        "词语编码由大写字母、数字和下划线组成。",
                        "A word's code is of capital letters, digits and underscores.");
            } else if (!codes.add(code)) {
                mistakes.add(MistakeCode.DUPLICATE_ENTRY.at(yaml.at(node), code));
            }
            // Declared even if a name is missing, so that this is not one more mistake wherever rules use it.
            words.add(new Words.Word(
                    kind, code, new Bilingual(zh == null ? code : zh, en == null ? code : en), listsLots));
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
