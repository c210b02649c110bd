package org.anxin.rulebook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anxin.directive.Directive;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code directives.yaml}: the documents that rules carry out (SPEC section 8). */
final class DirectivesFile {
    /** Path within the rule directory. */
    static final String NAME = "directives.yaml";

    private static final Set<String> KEYS = Set.of("id", "title", "issuer", "issuedOn", "number", "url", "note");

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._:-]{1,64}");
    private static final Pattern URL = Pattern.compile("https?://[\\p{Graph}&&[^\"'<>\\\\]]+");

    private final YamlReader yaml;
    private final Mistakes mistakes;

    private DirectivesFile(Mistakes mistakes) {
        this.yaml = new YamlReader(NAME, mistakes);
        this.mistakes = mistakes;
    }

    /** The directives by id, or null if the file is no list of them; adds to {@code mistakes}. */
    static @Nullable Map<String, Directive> read(String text, Mistakes mistakes) {
        return new DirectivesFile(mistakes).directives(text);
    }

    private @Nullable Map<String, Directive> directives(String text) {
        Node root = yaml.read(text);
        if (root == null) {
            return null;
        }
        Map<String, Directive> directives = new LinkedHashMap<>();
        for (Node node : yaml.list(root)) {
            Directive directive = directive(node);
            if (directive != null && directives.put(directive.id(), directive) != null) {
                mistakes.add(MistakeCode.DUPLICATE_ENTRY.at(yaml.at(node), directive.id()));
            }
        }
        return directives;
    }

    private @Nullable Directive directive(Node node) {
        Map<String, Node> members = yaml.members(node, KEYS, MistakeCode.YAML_KEY_UNKNOWN);
        String id = yaml.required(node, members, "id");
        Bilingual title = bilingual(node, members, "title");
        Bilingual issuer = bilingual(node, members, "issuer");
        LocalDate issuedOn = day(members.get("issuedOn"));
        String url = url(members.get("url"));
        if (id == null) {
            return null;
        }
        if (!ID.matcher(id).matches()) {
            yaml.wrong(
                    yaml.at(members.getOrDefault("id", node)),
                    "依据编号由字母、汉字、数字和 . _ : - 组成，最多 64 个字。",
                    "A directive's id is of letters, digits and . _ : -, at most 64.");
        }
        return new Directive(id, title, issuer, issuedOn, text(members.get("number")), url);
    }

    /** Pages link to it, so it may not be a script. */
    private @Nullable String url(@Nullable Node node) {
        String url = text(node);
        if (node != null && url != null && !URL.matcher(url).matches()) {
            yaml.wrong(yaml.at(node), "网址应以 http:// 或 https:// 开头。", "An address begins with http:// or https://.");
        }
        return url;
    }

    /** Blank where something is missing: a directive with a mistake is known, so that rules that name it have none. */
    private Bilingual bilingual(Node parent, Map<String, Node> members, String key) {
        Node node = members.get(key);
        if (node == null) {
            yaml.required(parent, members, key);
            return new Bilingual("", "");
        }
        Map<String, Node> texts = yaml.members(node, Set.of("zh", "en"), MistakeCode.YAML_KEY_UNKNOWN);
        String zh = yaml.required(node, texts, "zh");
        String en = yaml.required(node, texts, "en");
        return new Bilingual(zh == null ? "" : zh, en == null ? "" : en);
    }

    private @Nullable String text(@Nullable Node node) {
        return node == null ? null : yaml.text(node);
    }

    private @Nullable LocalDate day(@Nullable Node node) {
        String text = text(node);
        if (node == null || text == null) {
            return null;
        }
        LocalDate date = Constants.date(text);
        if (date == null) {
            mistakes.add(Constants.noDate(yaml.at(node), text));
        }
        return date;
    }
}
