package org.anxin.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Text by Unicode code point, null first. {@link String#compareTo} would put U+1F34E before U+FF21. */
public final class CodePointOrder {
    /** The order as a comparator of texts that may be null. */
    public static final Comparator<@Nullable String> NULL_FIRST = CodePointOrder::compare;

    private CodePointOrder() {}

    /** Below 0 if {@code one} comes before {@code other}, 0 if they are equal, else above 0. */
    public static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return (one == null ? 0 : 1) - (other == null ? 0 : 1);
        }
        int shorter = Math.min(one.length(), other.length());
        for (int at = 0; at < shorter; at++) {
            if (one.charAt(at) != other.charAt(at)) {
                return Integer.compare(rank(one.charAt(at)), rank(other.charAt(at)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Surrogates stand for the code points above all others. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
