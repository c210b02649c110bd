package org.anxin.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that is added to {@code words.yaml}, in a line of its own after the others of its kind.
 *
 * @param kind of word
 * @param zh name in Chinese, without quotes and braces
 * @param en name in English, likewise
 */
public record DeclaredWord(String kind, String code, String zh, String en) {
    /** Path of the file within the rule directory. */
    public static final String FILE = "words.yaml";

    /** The text of the file with the word; null where the words of this kind do not stand in lines of their own. */
    public @Nullable String in(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int head = lines.indexOf(kind + ":");
        int last = -1;
        for (int i = head + 1; head >= 0 && i < lines.size() && isOfList(lines.get(i)); i++) {
            last = lines.get(i).strip().startsWith("- ") ? i : last;
        }
        if (last < 0) {
            return null;
        }
        String like = lines.get(last);
        String indent = like.substring(0, like.indexOf('-'));
        lines.add(last + 1, indent + "- {code: %s, zh: \"%s\", en: \"%s\"}".formatted(code, zh, en));
        return String.join("\n", lines) + "\n";
    }

    private static boolean isOfList(String line) {
        return line.isBlank() || line.startsWith(" ") || line.startsWith("-") || line.startsWith("#");
    }
}
