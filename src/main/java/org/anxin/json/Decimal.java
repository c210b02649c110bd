package org.anxin.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exact decimal of at most 18 digits, 6 of them after the point (SPEC section 6), judged by value: {@code 1.2e3}
 * is 1200. Never builds a number from an exponent before knowing that it is small.
 */
public final class Decimal {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_AFTER_POINT = 6;
    private static final int HUGE = 1_000_000_000;

    private final String text;
    private final int exponentAt;
    private long digits;
    private int count;
    private int zeros;
    private boolean tooMany;

    private Decimal(String text) {
        this.text = text;
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        this.exponentAt = at < 0 ? text.length() : at;
    }

    /**
     * The number, or null if it has too many digits.
     *
     * @param text a number by JSON's grammar
     */
    public static @Nullable BigDecimal of(String text) {
        return new Decimal(text).value();
    }

    /** Whether {@code text} is a number by JSON's grammar; YAML has further forms. */
    public static boolean isPlain(String text) {
        return text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");
    }

    private @Nullable BigDecimal value() {
        long scale = -exponent();
        boolean fraction = false;
        for (int at = 0; at < exponentAt; at++) {
            char c = text.charAt(at);
            if (c == '.') {
                fraction = true;
            } else if (c != '-') {
                add(c - '0');
                scale += fraction ? 1 : 0;
            }
        }
        return count == 0 ? BigDecimal.ZERO : scaled(scale - zeros);
    }

    /** Keeps trailing zeros apart, so that {@code digits} always ends in another digit. */
    private void add(int digit) {
        if (digit == 0) {
            zeros += count == 0 ? 0 : 1;
            return;
        }
        count += zeros + 1;
        tooMany |= count > MOST_DIGITS;
        if (!tooMany) {
            for (; zeros > 0; zeros--) {
                digits *= 10;
            }
            digits = digits * 10 + digit;
        }
        zeros = 0;
    }

    private @Nullable BigDecimal scaled(long scale) {
        long beforePoint = Math.max(count - scale, 0);
        long afterPoint = Math.max(scale, 0);
        if (tooMany || afterPoint > MOST_AFTER_POINT || beforePoint + afterPoint > MOST_DIGITS) {
            return null;
        }
        long signed = text.startsWith("-") ? -digits : digits;
        return BigDecimal.valueOf(signed, (int) scale).setScale((int) afterPoint);
    }

    private long exponent() {
        long value = 0;
        boolean negative = false;
        for (int at = exponentAt + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            negative |= c == '-';
            if (c >= '0' && c <= '9') {
                value = Math.min(value * 10 + c - '0', HUGE);
            }
        }
        return negative ? -value : value;
    }
}
