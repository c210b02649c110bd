package org.anxin.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) that are safe to show: names in them come from the sender. */
final class Pointer {
    private static final int LONGEST_NAME = 40;

    private Pointer() {}

    /** Where the parser stands. */
    static String of(@Nullable JsonStreamContext context) {
        StringBuilder pointer = new StringBuilder();
        append(pointer, context);
        return pointer.toString();
    }

    /** Where {@code member} of the object at {@code context} stands or would stand. */
    static String of(@Nullable JsonStreamContext context, String member) {
        return of(context) + "/" + shown(member);
    }

    private static void append(StringBuilder pointer, @Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(pointer, context.getParent());
        if (context.inArray() && context.hasCurrentIndex()) {
            pointer.append('/').append(context.getCurrentIndex());
        } else if (context.inObject() && context.getCurrentName() != null) {
            pointer.append('/').append(shown(context.getCurrentName()));
        }
    }

    /** A name shortened, and with everything invisible or unpaired spelled out. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(name.length(), LONGEST_NAME);
        for (int at = 0, c; at < end; at += Character.charCount(c)) {
            c = name.codePointAt(at);
            switch (c) {
                case '~' -> shown.append("~0");
                case '/' -> shown.append("~1");
                default -> appendVisible(shown, c);
            }
        }
        return name.length() > LONGEST_NAME ? shown.append('…').toString() : shown.toString();
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
