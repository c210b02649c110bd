package org.anxin.text;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What all spellings of one text have in common: NFKC, full case folding, no white space around it and single spaces
 * inside (SPEC section 5). Two texts are the same to a rule when their common forms are equal.
 *
 * <p>The JDK has no case folding. Lower, then upper, then lower case of each single code point is equivalent to it
 * (checked against ICU over all code points), with one exception that {@link #fold} names. A whole text must not be
 * lowered at once: then a sigma at the end of a word would differ from the same sigma inside one.
 */
public final class CommonForm {
    private static final int DOTLESS_I = 0x131;
    private static final int NEXT_LINE = 0x85;
    private static final char FIRST_IDEOGRAPH = '一';
    private static final char LAST_IDEOGRAPH = '\u9fff';

    private CommonForm() {}

    /** The common form of {@code text}; empty if it is null or blank. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return ordinary(text) ? lowered(text) : spaced(folded(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    }

    /** Whether {@code text} is null, empty or white space. */
    public static boolean blank(@Nullable String text) {
        return text == null || !ordinary(text) && withCase(text).isEmpty();
    }

    /** {@code text} as {@link #of}, but with its own upper and lower case; empty if it is null or blank. */
    public static String withCase(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return ordinary(text) ? text : spaced(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /**
     * Whether all of it is ASCII and ideographs, with single spaces inside: then only the case of ASCII letters can
     * differ from the common form. True for nearly all texts, which saves most of the time.
     */
    private static boolean ordinary(String text) {
        char last = ' ';
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean itself = next > ' ' && next < 0x7f
                    || next >= FIRST_IDEOGRAPH && next <= LAST_IDEOGRAPH
                    || next == ' ' && last != ' ';
            if (!itself) {
                return false;
            }
            last = next;
        }
        return last != ' ';
    }

    /** An ordinary text in lower case. Most are already, which is seen sooner here than by the JDK. */
    private static String lowered(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next >= 'A' && next <= 'Z') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            fold(letter, folded);
        }
        return folded.toString();
    }

    private static void fold(int letter, StringBuilder to) {
        if (letter < 0x80) {
            to.append((char) (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter));
        } else if (letter == DOTLESS_I || Character.isIdeographic(letter)) {
            // Folding keeps the dotless i, whose upper case is the plain I; ideographs only save time here.
            to.appendCodePoint(letter);
        } else {
            String lower = Character.toString(letter).toLowerCase(Locale.ROOT);
            to.append(lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        }
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (space(next)) {
                gap = spaced.length() > 0;
            } else {
                if (gap) {
                    spaced.append(' ');
                    gap = false;
                }
                spaced.append(next);
            }
        }
        return spaced.toString();
    }

    /** The Unicode property White_Space, and the four ASCII separators. All of them are in the basic plane. */
    private static boolean space(char next) {
        return Character.isWhitespace(next) || Character.isSpaceChar(next) || next == NEXT_LINE;
    }
}
