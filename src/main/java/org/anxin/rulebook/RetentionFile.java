package org.anxin.rulebook;

import java.util.Map;
import java.util.Set;
import org.anxin.directive.Directive;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code retention.yaml}, which a rule directory need not have: how long personal data are kept. */
final class RetentionFile {
    /** Path within the rule directory. */
    static final String NAME = "retention.yaml";

    private static final String DATA = "personalData";
    private static final String DAYS = "days";
    private static final String DIRECTIVE = "directive";

    /** No phrase of a rule reaches further back than a year: who comes again after it begins anew. */
    private static final int LEAST = 367;

    private static final int MOST = 36_500;

    private final YamlReader yaml;
    private final Mistakes mistakes;

    private RetentionFile(Mistakes mistakes) {
        this.yaml = new YamlReader(NAME, mistakes);
        this.mistakes = mistakes;
    }

    /** What the file says; null if it says nothing that can be understood. Adds to {@code mistakes}. */
    static @Nullable Retention read(String text, Map<String, Directive> directives, Mistakes mistakes) {
        return new RetentionFile(mistakes).retention(text, directives);
    }

    private @Nullable Retention retention(String text, Map<String, Directive> directives) {
        Node root = yaml.read(text);
        if (root == null) {
            return null;
        }
        Node data =
                yaml.members(root, Set.of(DATA), MistakeCode.YAML_KEY_UNKNOWN).get(DATA);
        if (data == null) {
            mistakes.add(MistakeCode.YAML_KEY_MISSING.at(yaml.at(root), DATA, DATA));
            return null;
        }
        Map<String, Node> members = yaml.members(data, Set.of(DAYS, DIRECTIVE), MistakeCode.YAML_KEY_UNKNOWN);
        int days = days(data, members);
        Directive directive = directive(data, members, directives);
        return days == 0 || directive == null
                ? null
                : new Retention(days, directive, yaml.at(members.getOrDefault(DAYS, data)));
    }

    /** 0 and a mistake if it is no such number. */
    private int days(Node data, Map<String, Node> members) {
        String written = yaml.required(data, members, DAYS);
        if (written == null) {
            return 0;
        }
        if (written.matches("[1-9][0-9]{0,5}")) {
            int days = Integer.parseInt(written);
            if (days >= LEAST && days <= MOST) {
                return days;
            }
        }
        mistakes.add(outOfRange(yaml.at(members.getOrDefault(DAYS, data)), LEAST));
        return 0;
    }

    private @Nullable Directive directive(Node data, Map<String, Node> members, Map<String, Directive> directives) {
        String id = yaml.required(data, members, DIRECTIVE);
        if (id == null) {
            return null;
        }
        Directive directive = directives.get(id);
        if (directive == null) {
            Position at = yaml.at(members.getOrDefault(DIRECTIVE, data));
            mistakes.add(MistakeCode.DIRECTIVE_UNKNOWN
                    .at(at, id, Constants.choose(id, directives.keySet()))
                    .fixedBy(Fix.nearest(at, id, directives.keySet())));
        }
        return directive;
    }

    /** What is to be said of fewer days than must be kept. */
    static Mistake outOfRange(Position at, int least) {
        return MistakeCode.NUMBER_OUT_OF_RANGE.at(at, least, MOST);
    }
}
