package org.anxin.rulebook;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML file of the rule directory as nodes with places, never as objects. */
final class YamlReader {
    private static final Set<Tag> TAGS =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

    private final String file;
    private final Mistakes mistakes;

    YamlReader(String file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** The file's root, or null and a mistake. */
    @Nullable
    Node read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(16);
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                wrong(new Position(file, 1, 1), "文件是空的。", "The file is empty.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            mistakes.add(MistakeCode.YAML_MALFORMED.at(at(e.getProblemMark()), remedy(text, e.getProblemMark())));
        } catch (YAMLException e) {
            mistakes.add(MistakeCode.YAML_MALFORMED.at(new Position(file, 1, 1), indentation()));
        }
        return null;
    }

    private static Bilingual remedy(String text, @Nullable Mark mark) {
        if (mark == null || mark.getIndex() >= text.length() || text.charAt(mark.getIndex()) != '\t') {
            return indentation();
        }
        return new Bilingual("把制表符换成空格。", "Write spaces instead of the tab.");
    }

    private static Bilingual indentation() {
        return new Bilingual("检查此处的缩进、冒号和引号。", "Check the indentation, colons and quotes at this place.");
    }

    /** The entries of a list; anything else is a mistake. */
    List<Node> list(Node node) {
        if (node instanceof SequenceNode sequence && plain(node)) {
            return sequence.getValue();
        }
        wrong(at(node), "此处应为列表。", "A list is expected here.");
        return List.of();
    }

    /** The members of a mapping by key; anything else, an unknown key, and a key written twice, is a mistake. */
    Map<String, Node> members(Node node, Set<String> known, MistakeCode unknown) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping) || !plain(node)) {
            wrong(at(node), "此处应为“键: 值”。", "Keys with values are expected here.");
            return members;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Position at = at(tuple.getKeyNode());
            String key = text(tuple.getKeyNode());
            if (key == null || !known.contains(key)) {
                mistakes.add(unknown.at(at, String.valueOf(key), Constants.choose(String.valueOf(key), known))
                        .fixedBy(key(mapping, tuple.getKeyNode(), known)));
            } else if (members.put(key, tuple.getValueNode()) != null) {
                mistakes.add(MistakeCode.DUPLICATE_ENTRY.at(at, key));
            }
        }
        return members;
    }

    /** The key that was probably meant; null if there is none, or if it is there already. */
    private @Nullable Fix key(MappingNode mapping, Node typed, Set<String> known) {
        if (!(typed instanceof ScalarNode scalar) || !scalar.isPlain()) {
            return null;
        }
        Fix fix = Fix.nearest(at(typed), scalar.getValue(), known);
        boolean isThere = mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .anyMatch(other -> fix != null
                        && other instanceof ScalarNode key
                        && key.getValue().equals(fix.text()));
        return isThere ? null : fix;
    }

    /** The text of a required member, or null and a mistake. */
    @Nullable
    String required(Node parent, Map<String, Node> members, String key) {
        Node node = members.get(key);
        if (node == null || blank(node)) {
            mistakes.add(MistakeCode.YAML_KEY_MISSING.at(at(node == null ? parent : node), key, key));
            return null;
        }
        return text(node);
    }

    private static boolean blank(Node node) {
        return node instanceof ScalarNode scalar
                && (Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank());
    }

    /** The text of a scalar; null for YAML null; anything else is a mistake. */
    @Nullable
    String text(Node node) {
        if (!(node instanceof ScalarNode scalar) || !plain(node)) {
            wrong(at(node), "此处应为文本。", "A text is expected here.");
            return null;
        }
        String text = scalar.getValue();
        int hidden = Characters.firstHidden(text);
        if (hidden >= 0) {
            mistakes.add(MistakeCode.CHARACTER_REFUSED.at(
                    at(node), Characters.shown(hidden), new Bilingual("删去它。", "Remove it.")));
            return null;
        }
        if (text.length() > Lexer.LONGEST_TEXT) {
            mistakes.add(MistakeCode.TEXT_TOO_LONG.at(at(node), Lexer.LONGEST_TEXT));
            return null;
        }
        return Tag.NULL.equals(scalar.getTag()) ? null : text;
    }

    /** Whether a node is of YAML's own types: a tag of another type is no part of our files. */
    private static boolean plain(Node node) {
        return TAGS.contains(node.getTag());
    }

    /** Where a node begins. */
    Position at(Node node) {
        return at(node.getStartMark());
    }

    void wrong(Position at, String zh, String en) {
        mistakes.add(MistakeCode.YAML_ENTRY_WRONG.at(
                at, new Bilingual(zh, en), new Bilingual("照随软件提供的文件书写。", "Write it as in the shipped file.")));
    }

    private Position at(@Nullable Mark mark) {
        return mark == null ? new Position(file, 1, 1) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
