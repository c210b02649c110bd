package org.anxin.json;

import org.jspecify.annotations.Nullable;

/** What text from outside may contain. */
public final class Text {
    private static final int LONGEST_ID = 64;

    private Text() {}

    /** What is wrong with {@code text}, whose message may want {@link FactInput#LONGEST_TEXT}; null if nothing is. */
    public static @Nullable ErrorCode mistake(String text) {
        if (!isPrintable(text)) {
            return ErrorCode.BAD_TEXT;
        }
        boolean tooLong = text.length() > FactInput.LONGEST_TEXT
                && text.codePointCount(0, text.length()) > FactInput.LONGEST_TEXT;
        return tooLong ? ErrorCode.TEXT_TOO_LONG : null;
    }

    /** No control characters, and no half surrogate pairs. */
    public static boolean isPrintable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, at)) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** 1 to 64 ASCII letters, digits, dots, underscores, colons or hyphens. */
    public static boolean isId(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
