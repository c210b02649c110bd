package org.anxin.rulebook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which characters a reader of a rule file can trust to be what they look like, and what was meant by others. */
final class Characters {
    /** What Chinese keyboards and other languages have for signs of ours; full-width forms are worked out. */
    private static final Map<Integer, String> MEANT = Map.ofEntries(
            Map.entry((int) '\u201C', "\""),
            Map.entry((int) '\u201D', "\""),
            Map.entry((int) '\u2018', "\""),
            Map.entry((int) '\u2019', "\""),
            Map.entry((int) '\'', "\""),
            Map.entry((int) '\u3002', "."),
            Map.entry((int) '\u3001', ","),
            Map.entry((int) '=', "=="),
            Map.entry((int) '&', "&&"),
            Map.entry((int) '|', "||"));

    /** Letters and marks that Unicode says are not to be shown, though their category does not tell. */
    private static final String INVISIBLE = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\u180B\u180C\u180D\u180F";

    private Characters() {}

    /** Characters that are not seen as what they are: control, format, unassigned, private, invisible, lone surrogates. */
    static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> INVISIBLE.indexOf(c) >= 0 || 0xFE00 <= c && c <= 0xFE0F || 0xE0100 <= c && c <= 0xE01EF;
        };
    }

    /** The first hidden character of {@code text}, or -1. */
    static int firstHidden(String text) {
        return text.codePoints().filter(Characters::hidden).findFirst().orElse(-1);
    }

    /** The sign of ours that was meant by {@code c}, or null. */
    static @Nullable String meant(int c) {
        String half = half(Character.toString(c));
        return MEANT.getOrDefault(half.codePointAt(0), half.codePointAt(0) == c ? null : half);
    }

    /** Full-width letters, digits and signs made half-width. */
    static String half(String text) {
        StringBuilder half = new StringBuilder(text.length());
        text.codePoints().forEach(c -> half.appendCodePoint(0xFF01 <= c && c <= 0xFF5E ? c - 0xFF01 + '!' : c));
        return half.toString();
    }

    /** The character itself, or its number if it could not be seen. */
    static String shown(int c) {
        return hidden(c) || c > 0xFFFF || Character.isWhitespace(c) || Character.isSpaceChar(c)
                ? "U+%04X".formatted(c)
                : Character.toString(c);
    }

    /** {@code text} without hidden characters, cut after {@code most} characters. */
    static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> shown.append(hidden(c) ? shown(c) : Character.toString(c)));
        return text.codePointCount(0, text.length()) > most ? shown.append('…').toString() : shown.toString();
    }
}
