package org.anxin.time;

import java.time.LocalDate;

/**
 * Civil dates as epoch days (days since 1970-01-01), so that deciding needs no date objects. Text and {@link LocalDate}
 * appear only at the edges.
 */
public final class Days {
    /** No such day: the date is missing. */
    public static final int NONE = Integer.MIN_VALUE;

    /** The end of a period that has no end. Later than every real day. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** 1900-01-01, the first day that facts and rules may name (SPEC section 1). */
    public static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    /** 2999-12-31, the last day that facts and rules may name (SPEC section 1). */
    public static final int LAST = (int) LocalDate.of(2999, 12, 31).toEpochDay();

    private Days() {}

    /** Whether {@code day} is a real day, neither {@link #NONE} nor {@link #OPEN}. */
    public static boolean known(int day) {
        return day != NONE && day != OPEN;
    }

    /** The epoch day of a date written as {@code 2022-04-05}; for trusted text such as code and tests. */
    public static int of(String isoDate) {
        return (int) LocalDate.parse(isoDate).toEpochDay();
    }

    /**
     * {@code day} as {@code 2022-04-05}.
     *
     * @throws IllegalArgumentException if it is not a known day
     */
    public static String text(int day) {
        if (!known(day)) {
            throw new IllegalArgumentException("no day");
        }
        return DayText.iso(day);
    }

    /** The Monday of the ISO week that {@code day} lies in. */
    public static int monday(int day) {
        return day - Math.floorMod(day + 3, 7);
    }
}
