package org.anxin.testing;

import org.anxin.time.Days;

/**
 * Days from {@code from} to {@code to}, both included, as epoch days.
 *
 * @param from {@link Days#NONE} (earlier than every day) if it has no beginning
 * @param to {@link Days#OPEN} if it has no end
 */
public record Period(int from, int to) {
    /** All days. */
    public static final Period ALWAYS = new Period(Days.NONE, Days.OPEN);

    /** The days that lie in both; ends before it begins if there are none. */
    Period within(Period other) {
        return new Period(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Whether {@code day} lies in it. */
    public boolean contains(int day) {
        return from <= day && day <= to;
    }
}
