package org.anxin.policy;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the parts of the cases of a file stand in its text. The file is one that can be read. */
final class CaseNodes {
    private final String text;
    private final List<Node> cases;

    CaseNodes(String text) {
        this.text = text;
        Node root = new Yaml().compose(new StringReader(text));
        this.cases = root instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** The list at the end of these keys of a case; null if there is none. */
    @Nullable
    SequenceNode list(int number, String... keys) {
        Node node = cases.get(number);
        for (String key : keys) {
            NodeTuple member = node == null ? null : member(node, key);
            node = member == null ? null : member.getValueNode();
        }
        return node instanceof SequenceNode list ? list : null;
    }

    private static @Nullable NodeTuple member(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The text with an entry in a list, before the one that has this place now. */
    String inserted(SequenceNode list, int place, String entry) {
        List<Node> there = list.getValue();
        boolean isFlow = list.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
        if (there.isEmpty()) {
            return with(start(list) + 1, entry);
        }
        if (place < there.size()) {
            int at = start(there.get(place));
            return isFlow ? with(at, entry + ", ") : with(at - 2, "- " + entry + "\n" + indent(there.get(place)));
        }
        Node last = there.get(there.size() - 1);
        int end = text.substring(0, offset(last.getEndMark().getIndex()))
                .stripTrailing()
                .length();
        return isFlow ? with(end, ", " + entry) : with(end, "\n" + indent(last) + "- " + entry);
    }

    private static String indent(Node item) {
        return " ".repeat(Math.max(0, item.getStartMark().getColumn() - 2));
    }

    private String with(int at, String part) {
        return text.substring(0, at) + part + text.substring(at);
    }

    private int start(Node node) {
        return offset(node.getStartMark().getIndex());
    }

    /** Marks count characters, and texts UTF-16 units. */
    private int offset(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    /** A case with another name and another expectation, in lines of its own; empty where it cannot be made. */
    String like(int number, String name, String expect) {
        NodeTuple named = member(cases.get(number), "case");
        NodeTuple expected = member(cases.get(number), "expect");
        if (named == null || expected == null || !isLast(cases.get(number), expected)) {
            return "";
        }
        String facts =
                text.substring(offset(named.getValueNode().getEndMark().getIndex()), start(expected.getKeyNode()));
        return "- case: " + name + "\n" + facts.substring(facts.indexOf('\n') + 1) + "expect: " + expect + "\n";
    }

    private static boolean isLast(Node map, NodeTuple member) {
        return map instanceof MappingNode all
                && all.getValue().indexOf(member) == all.getValue().size() - 1;
    }
}
