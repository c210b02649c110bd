package org.anxin.json;

/** What text from outside may contain. */
public final class Text {
    private static final int LONGEST_ID = 64;

    private Text() {}

    /** Whether it is 1 to 64 ASCII letters, digits, dots, underscores, colons or hyphens, as SPEC section 6 wants ids. */
    public static boolean isId(String text) {
        return isId(text, LONGEST_ID);
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

    private static boolean isId(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
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
