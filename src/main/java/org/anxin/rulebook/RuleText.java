package org.anxin.rulebook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in rule files of any age, found without checking or compiling them.
 *
 * @param file path within the rule directory
 * @param line on which it begins, from 1
 * @param text from its name to its end
 */
public record RuleText(String file, int line, String text) {
    /** The rule of this id; null if these files have none that can be read. */
    public static @Nullable RuleText of(RuleFiles files, String id) {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            if (file.getKey().endsWith(".drl") && file.getValue().contains('"' + id + ' ')) {
                RuleText found = of(file.getKey(), file.getValue(), id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable RuleText of(String path, String text, String id) {
        Mistakes ignored = new Mistakes();
        String rulePackage = "rules." + path.substring(0, Math.max(0, path.indexOf('/')));
        for (RuleTree tree : RuleReader.rules(path, text, rulePackage, ignored)) {
            if (tree.name().startsWith(id + " ")) {
                int from = WrittenRules.offset(text, tree.at());
                int end = Lexer.tokens(path, text, ignored).stream()
                        .filter(token -> token.is("end")
                                && token.at().compareTo(tree.verb().at()) > 0)
                        .mapToInt(token -> WrittenRules.offset(text, token.at()) + "end".length())
                        .findFirst()
                        .orElse(text.length());
                return new RuleText(path, tree.at().line(), text.substring(from, end));
            }
        }
        return null;
    }
}
