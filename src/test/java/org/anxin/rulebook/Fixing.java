package org.anxin.rulebook;

import org.jspecify.annotations.Nullable;

/** Carries out fixes as an editor does. */
public final class Fixing {
    private Fixing() {}

    /**
     * The text of the file of a fix with its change.
     *
     * @param text null if there is no such file yet
     */
    public static String of(@Nullable String text, Fix fix) {
        String before = text == null ? "" : text;
        int line = 0;
        for (int at = 1; at < fix.at().line(); at++) {
            line = before.indexOf('\n', line) + 1;
        }
        int from = before.offsetByCodePoints(line, fix.at().column() - 1);
        int to = before.offsetByCodePoints(from, fix.length());
        return before.substring(0, from) + fix.text() + before.substring(to);
    }
}
