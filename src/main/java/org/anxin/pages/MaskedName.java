package org.anxin.pages;

import org.jspecify.annotations.Nullable;

/** Names as lists show them: the first character, and stars for the rest. */
final class MaskedName {
    private static final int MOST_STARS = 2;

    private MaskedName() {}

    /** {@code 王**} for 王小明; a dash where no name is known. */
    static String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return "—";
        }
        int first = name.codePointAt(0);
        int rest = name.codePointCount(0, name.length()) - 1;
        return Character.toString(first) + "*".repeat(Math.max(1, Math.min(rest, MOST_STARS)));
    }
}
