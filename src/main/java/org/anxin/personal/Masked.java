package org.anxin.personal;

import org.jspecify.annotations.Nullable;

/** Values as they are shown to whoever need not know them. */
public final class Masked {
    private static final int MOST_STARS = 2;
    private static final int SHOWN = 4;
    private static final String STARS = "****";

    private Masked() {}

    /** {@code 王**} for 王小明, {@code ****1234} for a number; null and blank stay what they are. */
    public static @Nullable String of(PersonalField field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return text;
        }
        return field == PersonalField.NAME ? name(text) : number(text);
    }

    private static String name(String name) {
        int first = name.codePointAt(0);
        int rest = name.codePointCount(0, name.length()) - 1;
        return Character.toString(first) + "*".repeat(Math.max(1, Math.min(rest, MOST_STARS)));
    }

    /** What is short would be told by its end. */
    private static String number(String number) {
        boolean isLong = number.length() >= 2 * SHOWN && number.chars().allMatch(one -> one < Character.MIN_SURROGATE);
        return isLong ? STARS + number.substring(number.length() - SHOWN) : STARS;
    }
}
