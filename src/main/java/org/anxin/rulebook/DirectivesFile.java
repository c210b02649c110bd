package org.anxin.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code directives.yaml}: the documents that rules carry out (SPEC section 8). */
final class DirectivesFile {
    /** Path within the rule directory. */
    static final String NAME = "directives.yaml";

    private static final Set<String> KEYS = Set.of("id", "title", "issuer", "issuedOn", "number", "url", "note");

    private final YamlReader yaml;
    private final List<Mistake> mistakes;

    private DirectivesFile(List<Mistake> mistakes) {
        this.yaml = new YamlReader(NAME, mistakes);
        this.mistakes = mistakes;
    }

    /** The directives by id; adds to {@code mistakes}. */
    static Map<String, Directive> read(String text, List<Mistake> mistakes) {
        return new DirectivesFile(mistakes).directives(text);
    }

    private Map<String, Directive> directives(String text) {
        Map<String, Directive> directives = new LinkedHashMap<>();
        Node root = yaml.read(text);
        if (root == null) {
            return directives;
        }
        for (Node node : yaml.list(root)) {
            Directive directive = directive(node);
            if (directive != null && directives.put(directive.id(), directive) != null) {
                mistakes.add(MistakeCode.DUPLICATE_ENTRY.at(yaml.at(node), directive.id()));
            }
        }
        return directives;
    }

    private @Nullable Directive directive(Node node) {
        Map<String, Node> members = yaml.members(node, KEYS);
        String id = yaml.required(node, members, "id");
        Bilingual title = bilingual(node, members, "title");
        Bilingual issuer = bilingual(node, members, "issuer");
        if (id == null || title == null || issuer == null) {
            return null;
        }
        return new Directive(
                id, title, issuer, day(members.get("issuedOn")), text(members.get("number")), text(members.get("url")));
    }

    private @Nullable Bilingual bilingual(Node parent, Map<String, Node> members, String key) {
        Node node = members.get(key);
        if (node == null) {
            yaml.required(parent, members, key);
            return null;
        }
        Map<String, Node> texts = yaml.members(node, Set.of("zh", "en"));
        String zh = yaml.required(node, texts, "zh");
        String en = yaml.required(node, texts, "en");
        return zh == null || en == null ? null : new Bilingual(zh, en);
    }

    private @Nullable String text(@Nullable Node node) {
        return node == null ? null : yaml.text(node);
    }

    private @Nullable LocalDate day(@Nullable Node node) {
        String text = text(node);
        if (node == null || text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            mistakes.add(MistakeCode.DATE_IMPOSSIBLE.at(yaml.at(node)));
            return null;
        }
    }
}
