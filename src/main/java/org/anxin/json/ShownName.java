package org.anxin.json;

/** Names that came from the sender, safe to show: shortened, and with everything invisible or unpaired spelled out. */
public final class ShownName {
    private static final int LONGEST = 40;

    private ShownName() {}

    /** {@code name} as it may be shown. */
    public static String of(String name) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(name.length(), LONGEST);
        for (int at = 0, c; at < end; at += Character.charCount(c)) {
            c = name.codePointAt(at);
            appendVisible(shown, c);
        }
        return name.length() > LONGEST ? shown.append('…').toString() : shown.toString();
    }

    private static void appendVisible(StringBuilder shown, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> shown.append("\\u%04X".formatted(c));
            default -> shown.appendCodePoint(c);
        }
    }
}
